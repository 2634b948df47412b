import { hostsOverlap, qualified } from '../inventory/hosts';
import { indexBy, indexByAll } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import type { Manifest } from '../manifest/manifest';
import { allDestinations } from './destinations';
import { routeWithoutListeners } from './gateway-api';
import { connectionRouteWithoutListeners } from './l4-routes';
import { atService } from './listeners';
import { asHttpRoute } from './grpc-route';
import { RoutesIndex } from './routes-index';
import type { HttpRoute } from '../views/gateway-api';
import type { VirtualService } from '../views/virtual-service';

/** A route, of whichever API: the hosts it may have in any state, where it may lead, and what it needs for that. */
export interface Lead {
  readonly manifest: Manifest;
  readonly spec: { readonly hosts: readonly string[] };
  /** Fully qualified hosts. */
  readonly to: readonly string[];
  /** Delegates, Gateways that it is bound to, the namespace that they admit. */
  readonly needs: readonly Manifest[];
}

/** Finds the routes that may have something to do with a host, by all versions of all objects of a plan. */
export class Leads {
  private readonly all: readonly Lead[];
  private readonly byHost: RoutesIndex<Lead>;
  private readonly byDestination: ReadonlyMap<string, readonly Lead[]>;

  constructor(versions: Inventory) {
    this.all = [...leadsOfIstio(versions), ...leadsOfGatewayApi(versions)];
    this.byHost = new RoutesIndex(this.all);
    this.byDestination = indexByAll(this.all, ({ to }) => new Set(to));
  }

  /** Those that may take requests for a host. */
  of(host: string): readonly Lead[] {
    return this.byHost.of(host);
  }

  /** Those that may have a host in common with a pattern. */
  under(pattern: string): readonly Lead[] {
    return this.all.filter(({ spec }) => spec.hosts.some((host) => hostsOverlap(pattern, host)));
  }

  /** Those that may lead to a host. */
  to(host: string): readonly Lead[] {
    return this.byDestination.get(host) ?? [];
  }
}

function leadsOfIstio({ virtualServices }: Inventory): Lead[] {
  const byName = indexBy(virtualServices, ({ manifest }) => `${manifest.namespace}/${manifest.name}`);
  return virtualServices.map((route) => {
    const delegates = route.spec.http.flatMap(({ delegate }) => {
      const { namespace = route.manifest.namespace, name = '' } = delegate ?? {};
      return delegate === undefined ? [] : (byName.get(`${namespace}/${name}`) ?? []);
    });
    const needs = delegates.map(({ manifest }) => manifest);
    return { manifest: route.manifest, spec: route.spec, to: hostsLedTo([route, ...delegates]), needs };
  });
}

function leadsOfGatewayApi(versions: Inventory): Lead[] {
  const gateways = indexBy(versions.kubernetesGateways, ({ manifest }) => `${manifest.namespace}/${manifest.name}`);
  const namespaces = indexBy(versions.ofKind('', 'Namespace'), ({ name }) => name);
  const http = [...versions.httpRoutes, ...versions.grpcRoutes.map(asHttpRoute)];
  const routes = [
    ...http.map((route) => ({ ...route, hosts: route.spec.hostnames, source: routeWithoutListeners(route) })),
    ...versions.tlsRoutes.map((route) => ({
      ...route,
      hosts: route.spec.hostnames,
      source: connectionRouteWithoutListeners(route),
    })),
    ...versions.tcpRoutes.map((route) => ({ ...route, hosts: [], source: connectionRouteWithoutListeners(route) })),
  ];
  return routes.map(({ manifest, spec, hosts, source }): Lead => {
    const parents = spec.parentRefs.flatMap(
      ({ namespace = manifest.namespace, name = '' }) => gateways.get(`${namespace}/${name}`) ?? [],
    );
    const needs = [...parents.map((one) => one.manifest), ...(namespaces.get(manifest.namespace) ?? [])];
    return { manifest, spec: { hosts: hostsOf(manifest, spec.parentRefs, hosts) }, to: hostsLedTo([source]), needs };
  });
}

/** A route without hostnames has all hosts of the listeners that it is bound to. */
function hostsOf(
  { namespace: own }: Manifest,
  parents: HttpRoute['spec']['parentRefs'],
  hostnames: readonly string[],
): string[] {
  const hosts = hostnames.length === 0 ? ['*'] : hostnames;
  return parents.flatMap((parent) => (parent.kind === 'Service' ? [atService(parent, own).host] : hosts));
}

function hostsLedTo(routes: readonly VirtualService[]): string[] {
  return allDestinations(routes).map(({ destination, manifest }) =>
    qualified(destination.host ?? '', manifest.namespace),
  );
}
