import { isAssumed } from '../inventory/assumed';
import { hostMatches } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { type Call, callsOf } from './calls';
import { gatewayClients } from './client';
import { configurationOf } from './configuration';
import { gatewaysOf, hostsOf, outsidePortsOf, spokenBy } from './gateway-servers';
import type { Client, Request } from './request';
import { rulesOf } from './rules';
import { type Witness, witnessesOf } from './witness';

/** A host that somebody asks: from outside through a gateway, or from a pod that is told to. */
export interface Entrance {
  readonly client: Client;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** The request that a witness makes of an entrance. */
export function requestAt({ scheme, host, port, path }: Entrance, witness: Witness): Request {
  return {
    scheme,
    host,
    port,
    method: witness.method,
    path: witness.path ?? path,
    query: new Map(witness.query),
    headers: new Map(witness.headers.map(([name, value]) => [name.toLowerCase(), value])),
  };
}

/** The requests that rules of a host tell apart. */
export function witnessesAt(inventory: Inventory, { host }: Entrance): Witness[] {
  return witnessesOf(
    configurationOf(inventory)
      .routesFor(host)
      .flatMap((one) => rulesOf(inventory, one).map(({ rule }) => rule)),
  );
}

/** The hosts that gateways take, each at every port; for a pattern of hosts one that it stands for. */
export function gatewayEntrances(inventory: Inventory): Entrance[] {
  return gatewayClients(inventory).flatMap((client) =>
    gatewaysOf(inventory, client).flatMap(({ spec }) =>
      spec.servers.flatMap((server) => {
        const scheme = spokenBy(server) === 'tls' ? 'https' : 'http';
        const hosts = new Set(hostsOf(server).flatMap((pattern) => concreteHosts(inventory, pattern)));
        return outsidePortsOf(inventory, client, server).flatMap((port) =>
          [...hosts].map((host): Entrance => ({ client, scheme, host, port, path: '/' })),
        );
      }),
    ),
  );
}

function concreteHosts(inventory: Inventory, pattern: string): string[] {
  if (!pattern.startsWith('*')) {
    return [pattern];
  }
  const routed = configurationOf(inventory)
    .routes.flatMap(({ spec }) => spec.hosts)
    .filter((host) => hostMatches(pattern, host));
  const named = routed.filter(
    (host) => !host.startsWith('*') && host.includes('.') && !host.endsWith('.cluster.local'),
  );
  return named.length > 0 ? named : [pattern.replace(/^\*\.?/, 'any.').replace(/\.$/, '.example')];
}

/** What pods are told to call. */
export function callEntrances(inventory: Inventory): Entrance[] {
  return inventory.workloads
    .filter(({ manifest }) => !isAssumed(manifest))
    .flatMap((workload) => callsOf(inventory, workload))
    .map(entranceOf);
}

/** A call that pods are told to make. */
export function entranceOf(call: Call): Entrance {
  return { ...call, scheme: 'http' };
}
