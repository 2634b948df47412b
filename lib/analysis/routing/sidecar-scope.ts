import { hostMatches, hostsOverlap, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { isVisible } from '../inventory/visibility';
import type { Sidecar } from '../views/sidecar';
import { isForMesh, type VirtualService } from '../views/virtual-service';
import { destinationsOf } from '../views/destinations';
import { configurationOf } from './configuration';
import type { Client } from './request';

/** What the proxy of a client knows of the mesh. */
export interface SidecarScope {
  /** The Sidecar that says so; without one a proxy knows all that is exported to it. */
  readonly sidecar?: Sidecar | undefined;
  /** What becomes of requests to hosts that it does not know. */
  readonly outboundTrafficPolicy: string;
  readonly seesHost: (host: string, owner: string) => boolean;
  readonly seesRoute: (route: VirtualService) => boolean;
}

/**
 * Of a sidecar, what its Sidecar imports; gateways have none.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export function sidecarScopeOf(inventory: Inventory, client: Client): SidecarScope {
  const sidecar = client.isGateway ? undefined : inventory.sidecarOf(client);
  const mode = sidecar?.spec.outboundTrafficPolicy?.mode ?? inventory.mesh.outboundTrafficPolicy;
  const hosts = egressHosts(sidecar, client.namespace);
  const imports = (owner: string, isWanted: (pattern: string) => boolean): boolean =>
    hosts === undefined ||
    hosts.some(({ namespace, host }) => (namespace === '*' || namespace === owner) && isWanted(host));
  const seesRoute = ({ manifest, spec }: VirtualService): boolean =>
    isVisible(spec.exportTo, manifest.namespace, client.namespace) &&
    imports(manifest.namespace, (pattern) =>
      spec.hosts.some((host) => hostsOverlap(pattern, qualified(host, manifest.namespace))),
    );
  let routed: ReadonlySet<string> | undefined;
  const seesHost = (host: string, owner: string): boolean =>
    imports(owner, (pattern) => hostMatches(pattern, host)) || (routed ??= routedHosts(inventory, seesRoute)).has(host);
  return { sidecar, outboundTrafficPolicy: mode, seesHost, seesRoute };
}

interface EgressHost {
  readonly namespace: string;
  readonly host: string;
}

/** Nothing if no Sidecar limits what is known: an empty list of listeners does not. */
function egressHosts(sidecar: Sidecar | undefined, own: string): EgressHost[] | undefined {
  const listeners = sidecar?.spec.egress ?? [];
  return listeners.length === 0
    ? undefined
    : listeners
        .flatMap(({ hosts }) => hosts)
        .map((scoped) => {
          const [namespace = '', host = ''] = scoped.includes('/') ? scoped.split('/') : ['*', scoped];
          return { namespace: namespace === '.' ? own : namespace, host };
        });
}

/** A proxy that gets a route also gets the hosts it leads to. */
function routedHosts(inventory: Inventory, seesRoute: (route: VirtualService) => boolean): Set<string> {
  const hosts = configurationOf(inventory)
    .virtualServices.filter((route) => isForMesh(route) && seesRoute(route))
    .flatMap((route) =>
      [...destinationsOf(route)].map(({ destination }) => qualified(destination.host ?? '', route.manifest.namespace)),
    );
  return new Set(hosts);
}
