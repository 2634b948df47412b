import { admits } from '../../inventory/admission';
import { hostsOverlap } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import type { Hit } from '../../finding';
import type { Manifest } from '../../manifest/manifest';
import { kubernetesGateway, type Listener } from '../../views/gateway-api';
import type { Check } from '../check';
import { mention } from '../mention';
import { gatewayApi, isGateway, type ParentReference, type Route, routesOf } from './routes';

export const unmatchedListener: Check = {
  code: 'LAB042',
  aliases: ['KIA1401'],
  level: 'error',
  title: 'Every Gateway that a route is bound to has a listener that takes it',
  reason:
    'A route that no listener takes is given to no proxy. By default a listener takes routes of its own namespace alone.',
  remedy: 'name a listener of the Gateway, or let a listener take the route: `allowedRoutes`, `hostname`',
  link: 'https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways',
  *find(inventory) {
    for (const route of routesOf(inventory)) {
      for (const [index, parent] of route.spec.parentRefs.entries()) {
        const { name = '', namespace = route.manifest.namespace } = parent;
        const gateway = inventory.named(gatewayApi, 'Gateway', namespace, name);
        if (isGateway(parent) && gateway !== undefined) {
          yield* refusals(inventory, { route, parent, index, gateway });
        }
      }
    }
  },
};

interface Binding {
  readonly route: Route;
  readonly parent: ParentReference;
  readonly index: number;
  readonly gateway: Manifest;
}

/** The first step on which no listener is left. */
function* refusals(inventory: Inventory, { route, parent, index, gateway }: Binding): Generator<Hit> {
  const { manifest } = route;
  const { sectionName, port } = parent;
  const path = ['spec', 'parentRefs', index];
  const listeners = kubernetesGateway.view(gateway).spec.listeners;
  const byName = listeners.filter((one) => sectionName === undefined || one.name === sectionName);
  const byPort = byName.filter((one) => port === undefined || one.port === port);
  const admitting = byPort.filter((one) => admits(inventory, one, gateway.namespace, manifest));
  if (byName.length === 0) {
    yield {
      manifest,
      path: [...path, 'sectionName'],
      message: `${mention(gateway)} has no listener ${sectionName ?? ''}`,
    };
  } else if (byPort.length === 0) {
    yield {
      manifest,
      path: [...path, 'port'],
      message: `${mention(gateway)} has no such listener on port ${port ?? ''}`,
    };
  } else if (admitting.length === 0) {
    const message = `no listener of ${mention(gateway)} takes a ${manifest.kind} of namespace ${manifest.namespace}`;
    yield { manifest, path: [...path, 'name'], message };
  } else if (!admitting.some((one) => sharesHost(one, route))) {
    const message = `no listener of ${mention(gateway)} has a host in common with ${(route.spec.hostnames ?? []).join(', ')}`;
    yield { manifest, path: ['spec', 'hostnames'], message };
  }
}

function sharesHost({ hostname = '' }: Listener, { spec }: Route): boolean {
  const { hostnames = [] } = spec;
  return hostname === '' || hostnames.length === 0 || hostnames.some((host) => hostsOverlap(hostname, host));
}
