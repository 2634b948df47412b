import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import type { View } from '../../views/view';

/** How one object of the Gateway API names another. */
export interface Reference {
  readonly group?: string | undefined;
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly port?: number | undefined;
}

export interface ParentReference extends Reference {
  readonly sectionName?: string | undefined;
}

/** What routes of all protocols have in common. */
export type Route = View<{
  readonly parentRefs: readonly ParentReference[];
  readonly hostnames?: readonly string[];
  readonly rules: readonly {
    readonly backendRefs: readonly Reference[];
    readonly filters?: readonly {
      readonly requestMirror?: { readonly backendRef?: Reference | undefined } | undefined;
    }[];
  }[];
}>;

/** A Service that a route names, to send to or to be bound to. */
export interface NamedService {
  readonly route: Route;
  readonly namespace: string;
  readonly name: string;
  readonly port?: number | undefined;
  /** Of the reference. */
  readonly path: FieldPath;
}

export const gatewayApi = 'gateway.networking.k8s.io';

export function routesOf(inventory: Inventory): Route[] {
  return [...inventory.httpRoutes, ...inventory.grpcRoutes, ...inventory.tlsRoutes, ...inventory.tcpRoutes];
}

/** Without a group and a kind, a parent is a Gateway. */
export function isGateway({ group = gatewayApi, kind = 'Gateway' }: ParentReference): boolean {
  return group === gatewayApi && kind === 'Gateway';
}

/** The Services a route is bound to, so that it holds between the services of the mesh. */
export function parentServices(route: Route): NamedService[] {
  return route.spec.parentRefs.flatMap((reference, index) =>
    reference.kind === 'Service' ? [named(route, reference, ['spec', 'parentRefs', index])] : [],
  );
}

/** The Services a route sends to, copies of requests included. */
export function backendServices(route: Route): NamedService[] {
  return route.spec.rules.flatMap(({ backendRefs, filters = [] }, rule) => {
    const sent = backendRefs.map((reference, index) => ({ reference, path: ['backendRefs', index] }));
    const copied = filters.flatMap(({ requestMirror }, index) => {
      const reference = requestMirror?.backendRef;
      return reference === undefined ? [] : [{ reference, path: ['filters', index, 'requestMirror', 'backendRef'] }];
    });
    return [...sent, ...copied]
      .filter(({ reference }) => isService(reference))
      .map(({ reference, path }) => named(route, reference, ['spec', 'rules', rule, ...path]));
  });
}

/** Without a group and a kind, a backend is a Service. */
function isService({ group = '', kind = 'Service' }: Reference): boolean {
  return (group === '' || group === 'core') && kind === 'Service';
}

function named(route: Route, { namespace = '', name = '', port }: Reference, path: FieldPath): NamedService {
  return { route, namespace: namespace === '' ? route.manifest.namespace : namespace, name, port, path };
}

export function hostOf({ name, namespace }: NamedService): string {
  return `${name}.${namespace}.svc.cluster.local`;
}
