import { admits } from '../inventory/admission';
import { gatewayServices } from '../inventory/deployed-gateways';
import { closestPattern, hostMatches } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import type { Manifest } from '../manifest/manifest';
import { type Gateway, gateway as istioGateway, type Server } from '../views/gateway';
import { gatewayClass, kubernetesGateway, type KubernetesGateway, type Listener } from '../views/gateway-api';

/** A Gateway, and the namespace of the pods that it configures; of all namespaces if there is none. */
export interface PodsGateway extends Gateway {
  readonly podsNamespace?: string;
}

/**
 * Every listener as a Gateway of Istio, called `<gateway>/<listener>`, on the pods behind
 * the Services of its Gateway.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/config/kube/gateway/conversion.go
 */
export function convertedGateways(inventory: Inventory): PodsGateway[] {
  return gatewaysOnServices(inventory).flatMap(([gateway, hosts]) =>
    hosts
      .map((host) => inventory.serviceOf(host))
      .filter((service) => service !== undefined)
      .flatMap(({ namespace, selector }) =>
        understood(gateway).map((listener) => ({
          ...listenerGateway(gateway, listener, selector),
          podsNamespace: namespace,
        })),
      ),
  );
}

/** The listeners of a Gateway as servers of Istio. */
export function serversOf(gateway: KubernetesGateway): Server[] {
  return understood(gateway).flatMap((listener) => listenerGateway(gateway, listener, {}).spec.servers);
}

/** Proxies of Istio have no listeners for UDP. */
function understood({ spec }: KubernetesGateway): Listener[] {
  return spec.listeners.filter(({ protocol }) => protocol !== 'UDP');
}

function listenerGateway(
  { manifest }: KubernetesGateway,
  { name = '', port, protocol, hostname = '*', tls: written }: Listener,
  selector: object,
): Gateway {
  const mode = written?.mode === 'Passthrough' ? 'PASSTHROUGH' : 'SIMPLE';
  const tls = ['HTTPS', 'TLS'].includes(protocol ?? '') ? { mode } : undefined;
  const spec = { selector, servers: [{ port: { number: port, name, protocol }, hosts: [hostname], tls }] };
  const named = { ...manifest, name: `${manifest.name}/${name}` };
  return { manifest: named, spec: istioGateway.view({ ...named, content: { spec } }).spec };
}

/** The Gateways of the Gateway API, each with the hosts of the Services whose pods it configures. */
export function gatewaysOnServices(inventory: Inventory): ReturnType<typeof gatewayServices> {
  return gatewayServices([kubernetesGateway, gatewayClass].flatMap(({ group, kind }) => inventory.ofKind(group, kind)));
}

/** What binds a route to listeners. */
interface ParentReference {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly sectionName?: string | undefined;
  readonly port?: number | undefined;
}

/** Where a route holds that is bound to a Service: of a Service of another namespace only for clients of the route's own. */
export function atService(
  { name = '', namespace }: ParentReference,
  own: string,
): { readonly gateway: string; readonly host: string; readonly exportTo: readonly string[] } {
  const owner = namespace ?? own;
  return { gateway: 'mesh', host: `${name}.${owner}.svc.cluster.local`, exportTo: owner === own ? [] : ['.'] };
}

/** A listener that takes a route. */
export interface Attached {
  readonly gateway: KubernetesGateway;
  readonly listener: Listener;
  /** As a Gateway of Istio: `<namespace>/<gateway>/<listener>`. */
  readonly name: string;
}

/** The listeners of some protocols that take a route by one of its references. */
export function listenersFor(
  inventory: Inventory,
  route: Manifest,
  { kind = 'Gateway', name = '', namespace = route.namespace, sectionName, port }: ParentReference,
  protocols: readonly string[],
): Attached[] {
  const found = inventory.named(kubernetesGateway.group, kind, namespace, name);
  const gateway = found && kubernetesGateway.view(found);
  return (gateway?.spec.listeners ?? [])
    .filter(({ protocol = '' }) => protocols.includes(protocol))
    .filter((one) => sectionName === undefined || one.name === sectionName)
    .filter((one) => port === undefined || one.port === port)
    .filter((one) => admits(inventory, one, namespace, route))
    .flatMap((listener) =>
      gateway === undefined ? [] : [{ gateway, listener, name: `${namespace}/${name}/${listener.name ?? ''}` }],
    );
}

/** The hosts that a route and a listener share, but for those that another listener of the port is closer to. */
export function hostsAt({ gateway, listener }: Attached, hostnames: readonly string[]): string[] {
  const { port, protocol, hostname = '*' } = listener;
  const hosts = hostnames.length === 0 ? [hostname] : hostnames;
  const beside = gateway.spec.listeners.filter((one) => one.port === port && one.protocol === protocol);
  const patterns = beside.map((one) => one.hostname ?? '*');
  return hosts
    .flatMap((host) => (hostMatches(hostname, host) ? [host] : hostMatches(host, hostname) ? [hostname] : []))
    .filter((host) => closestPattern(patterns, host) === hostname);
}
