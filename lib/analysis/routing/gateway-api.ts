import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import type { HttpRoute } from '../views/gateway-api';
import { virtualService } from '../views/virtual-service';
import type { Manifest } from '../manifest/manifest';
import { asHttpRoute } from './grpc-route';
import { type ConvertedRule, convertedRules, inPrecedence } from './http-route-rules';
import { atService, hostsAt, listenersFor } from './listeners';
import type { RouteSource } from './rules';

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

function attachmentsOf(inventory: Inventory, route: HttpRoute): Attachment[] {
  const own = route.manifest.namespace;
  return route.spec.parentRefs.flatMap((parent): Attachment[] => {
    return parent.kind === 'Service'
      ? [{ ...atService(parent, own), together: own, rules: convertedRules(route, parent.port) }]
      : atListeners(inventory, route, parent);
  });
}

function atListeners(
  inventory: Inventory,
  route: HttpRoute,
  parent: HttpRoute['spec']['parentRefs'][number],
): Attachment[] {
  const rules = convertedRules(route);
  return listenersFor(inventory, route.manifest, parent, ['HTTP', 'HTTPS']).flatMap((attached) =>
    hostsAt(attached, route.spec.hostnames).map((host) => ({
      gateway: attached.name,
      host,
      together: '',
      exportTo: [],
      rules,
    })),
  );
}
