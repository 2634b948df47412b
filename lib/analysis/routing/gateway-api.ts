import { admits } from '../inventory/admission';
import { gatewayServices } from '../inventory/deployed-gateways';
import { closestPattern, hostMatches } from '../inventory/hosts';
import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import { type Gateway, gateway as istioGateway, type Server } from '../views/gateway';
import {
  gatewayClass,
  type HttpRoute,
  kubernetesGateway,
  type KubernetesGateway,
  type Listener,
} from '../views/gateway-api';
import { virtualService } from '../views/virtual-service';
import type { Manifest } from '../manifest/manifest';
import { asHttpRoute } from './grpc-route';
import { type ConvertedRule, convertedRules, inPrecedence } from './http-route-rules';
import type { RouteSource } from './rules';

/** A Gateway, and the namespace of the pods that it configures; of all namespaces if there is none. */
export interface PodsGateway extends Gateway {
  readonly podsNamespace?: string;
}

/**
 * Every listener for HTTP as a Gateway of Istio, called `<gateway>/<listener>`, on the pods behind
 * the Services of its Gateway.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/config/kube/gateway/conversion.go
 */
export function convertedGateways(inventory: Inventory): PodsGateway[] {
  return gatewaysOnServices(inventory).flatMap(([gateway, hosts]) =>
    hosts
      .map((host) => inventory.serviceOf(host))
      .filter((service) => service !== undefined)
      .flatMap(({ namespace, selector }) =>
        httpListeners(gateway).map((listener) => ({
          ...listenerGateway(gateway, listener, selector),
          podsNamespace: namespace,
        })),
      ),
  );
}

/** The listeners of a Gateway as servers of Istio. */
export function serversOf(gateway: KubernetesGateway): Server[] {
  return httpListeners(gateway).flatMap((listener) => listenerGateway(gateway, listener, {}).spec.servers);
}

function httpListeners({ spec }: KubernetesGateway): Listener[] {
  return spec.listeners.filter(({ protocol }) => protocol === 'HTTP' || protocol === 'HTTPS');
}

function listenerGateway(
  { manifest }: KubernetesGateway,
  { name = '', port, protocol, hostname = '*' }: Listener,
  selector: object,
): Gateway {
  const tls = protocol === 'HTTPS' ? { mode: 'SIMPLE' } : undefined;
  const spec = { selector, servers: [{ port: { number: port, name, protocol }, hosts: [hostname], tls }] };
  const named = { ...manifest, name: `${manifest.name}/${name}` };
  return { manifest: named, spec: istioGateway.view({ ...named, content: { spec } }).spec };
}

/** An HTTPRoute where it holds: at a listener or, as `mesh`, for a Service. */
interface Attachment {
  readonly gateway: string;
  readonly host: string;
  /** Whose rules are tried together: at a listener everybody's, in the mesh those of one namespace. */
  readonly together: string;
  readonly exportTo: readonly string[];
  readonly rules: readonly ConvertedRule[];
}

/**
 * A VirtualService for every host of every listener, and for every Service that routes are
 * bound to: with the rules of all HTTPRoutes and GRPCRoutes that have the host, in their order of precedence.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export function convertedRoutes(inventory: Inventory): RouteSource[] {
  const written = [...inventory.httpRoutes, ...inventory.grpcRoutes.map(asHttpRoute)];
  const attachments = written.flatMap((route) => attachmentsOf(inventory, route));
  const groups = indexBy(attachments, ({ gateway, host, together }) => JSON.stringify([gateway, host, together]));
  const routes = [...groups.values()].map(mergedRoute).filter((one) => one !== undefined);
  // What the namespace of a caller says of a Service goes before what that of the Service says.
  return [...routes.filter(isPrivate), ...routes.filter((route) => !isPrivate(route))];
}

function isPrivate({ spec }: RouteSource): boolean {
  return spec.exportTo.length > 0;
}

function mergedRoute(attachments: readonly Attachment[]): RouteSource | undefined {
  const rules = inPrecedence(attachments.flatMap((one) => one.rules));
  const [first] = attachments;
  const manifest = first?.rules[0]?.manifest;
  if (first === undefined || manifest === undefined) {
    return undefined;
  }
  const { host, gateway, exportTo } = first;
  return routeSource(manifest, { hosts: [host], gateways: [gateway], exportTo }, rules);
}

function routeSource(manifest: Manifest, written: object, rules: readonly ConvertedRule[]): RouteSource {
  const spec = { ...written, http: rules.map(({ http }) => http) };
  return { manifest, spec: virtualService.view({ ...manifest, content: { spec } }).spec, places: rules };
}

/** What an HTTPRoute does with requests wherever it holds. */
export function routeWithoutListeners(route: HttpRoute): RouteSource {
  return routeSource(route.manifest, {}, convertedRules(route));
}

/** The Gateways of the Gateway API, each with the hosts of the Services whose pods it configures. */
export function gatewaysOnServices(inventory: Inventory): ReturnType<typeof gatewayServices> {
  return gatewayServices([kubernetesGateway, gatewayClass].flatMap(({ group, kind }) => inventory.ofKind(group, kind)));
}

function attachmentsOf(inventory: Inventory, route: HttpRoute): Attachment[] {
  const own = route.manifest.namespace;
  return route.spec.parentRefs.flatMap((parent): Attachment[] => {
    const { kind = 'Gateway', name = '', namespace = own, port } = parent;
    if (kind === 'Service') {
      const host = `${name}.${namespace}.svc.cluster.local`;
      const exportTo = namespace === own ? [] : ['.'];
      return [{ gateway: 'mesh', host, together: own, exportTo, rules: convertedRules(route, port) }];
    }
    const found = inventory.named(kubernetesGateway.group, kind, namespace, name);
    return found === undefined ? [] : atListeners(inventory, route, parent, kubernetesGateway.view(found));
  });
}

function atListeners(
  inventory: Inventory,
  route: HttpRoute,
  { sectionName, port }: HttpRoute['spec']['parentRefs'][number],
  gateway: KubernetesGateway,
): Attachment[] {
  const { namespace, name } = gateway.manifest;
  const rules = convertedRules(route);
  return httpListeners(gateway)
    .filter((one) => sectionName === undefined || one.name === sectionName)
    .filter((one) => port === undefined || one.port === port)
    .filter((one) => admits(inventory, one, namespace, route.manifest))
    .flatMap((listener) =>
      hostsAt(gateway, listener, route).map((host) => ({
        gateway: `${namespace}/${name}/${listener.name ?? ''}`,
        host,
        together: '',
        exportTo: [],
        rules,
      })),
    );
}

/** The hosts that a route and a listener share, but for those that another listener of the port is closer to. */
function hostsAt(
  gateway: KubernetesGateway,
  { port, protocol, hostname = '*' }: Listener,
  { spec }: HttpRoute,
): string[] {
  const hosts = spec.hostnames.length === 0 ? [hostname] : spec.hostnames;
  const beside = httpListeners(gateway).filter((one) => one.port === port && one.protocol === protocol);
  const patterns = beside.map((one) => one.hostname ?? '*');
  return hosts
    .flatMap((host) => (hostMatches(hostname, host) ? [host] : hostMatches(host, hostname) ? [hostname] : []))
    .filter((host) => closestPattern(patterns, host) === hostname);
}
