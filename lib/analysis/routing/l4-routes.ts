import type { Inventory } from '../inventory/inventory';
import type { TcpRoute, TlsRoute } from '../views/gateway-api';
import { virtualService } from '../views/virtual-service';
import { destinationOf } from './http-route-rules';
import { type Attached, atService, hostsAt, listenersFor } from './listeners';
import type { RouteSource } from './rules';

/** Where a route for connections holds. */
interface Binding {
  /** The name of a listener, or `mesh`. */
  readonly gateway: string;
  readonly host: string;
  readonly exportTo: readonly string[];
  /** The one port of the Service that it is bound to. @default - all */
  readonly port?: number | undefined;
}

/**
 * A VirtualService for every host of every listener, and for every Service, that TLSRoutes and TCPRoutes are bound to.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/config/kube/gateway/route_collections.go
 */
export function connectionRoutes(inventory: Inventory): RouteSource[] {
  return [
    ...inventory.tlsRoutes.flatMap((route) => {
      const hostsOf = (attached: Attached) => hostsAt(attached, route.spec.hostnames);
      return bindingsOf(inventory, route, ['TLS'], hostsOf).map((binding) => sourceOf(route, 'tls', binding));
    }),
    ...inventory.tcpRoutes.flatMap((route) =>
      bindingsOf(inventory, route, ['TCP', 'TLS'], () => ['*']).map((binding) => sourceOf(route, 'tcp', binding)),
    ),
  ];
}

/** What a route for connections does wherever it holds. */
export function connectionRouteWithoutListeners(route: TlsRoute | TcpRoute): RouteSource {
  return sourceOf(route, 'tcp', { gateway: 'mesh', host: '*', exportTo: [] });
}

function bindingsOf(
  inventory: Inventory,
  { manifest, spec }: TlsRoute | TcpRoute,
  protocols: readonly string[],
  hostsOf: (attached: Attached) => readonly string[],
): Binding[] {
  return spec.parentRefs.flatMap((parent): Binding[] =>
    parent.kind === 'Service'
      ? [{ ...atService(parent, manifest.namespace), port: parent.port }]
      : listenersFor(inventory, manifest, parent, protocols).flatMap((attached) =>
          hostsOf(attached).map((host) => ({ gateway: attached.name, host, exportTo: [] })),
        ),
  );
}

function sourceOf(
  { manifest, spec: { rules } }: TlsRoute | TcpRoute,
  protocol: 'tls' | 'tcp',
  { gateway, host, exportTo, port }: Binding,
): RouteSource {
  const match = { port, ...(protocol === 'tls' && { sniHosts: [host] }) };
  const converted = rules.map(({ backendRefs }) => ({
    match: [match],
    route: backendRefs.map((backend) => ({
      destination: destinationOf(backend, manifest.namespace),
      weight: backend.weight ?? 1,
    })),
  }));
  const written = { hosts: [host], gateways: [gateway], exportTo, [protocol]: converted };
  const places = rules.map((_, index) => ({ manifest, path: ['spec', 'rules', index] }));
  return { manifest, spec: virtualService.view({ ...manifest, content: { spec: written } }).spec, places };
}
