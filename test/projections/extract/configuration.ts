import { edgeNames, type PodEdge, somebody } from './edges';
import type { Endpoint, Inventory, Pod, ServicePort } from './inventory';

/** An address that a process was told. */
export interface Address {
  readonly from: Pod;
  /** @default - a host of the cluster that no Service has */
  readonly endpoint: Endpoint | undefined;
  /** @default - a port that the Service does not have */
  readonly port: ServicePort | undefined;
  /** As it was written. */
  readonly text: string;
}

/** `http://host:port/path`, `host:port` or `http://host`; addresses by number are no Services. */
const address = /^(?:(?<scheme>[a-z][a-z0-9+]*):\/\/)?(?<host>[a-z][a-z0-9.-]*)(?::(?<port>\d+))?(?:\/.*)?$/;

/** Every address of the cluster in the environment of every pod. */
export function addresses(inventory: Inventory): Address[] {
  return inventory.pods.flatMap((from) =>
    from.env
      .flatMap((value) => value.split(/[,;\s]+/))
      .flatMap((text) => {
        const { scheme, host = '', port } = address.exec(text)?.groups ?? {};
        const endpoint = endpointOf(host, from, inventory);
        const isAddress = scheme !== undefined || port !== undefined;
        if (!isAddress || (endpoint === undefined && !host.endsWith('.cluster.local'))) {
          return [];
        }
        const number = Number(port ?? 80);
        return [{ from, endpoint, port: endpoint?.ports.find((one) => one.number === number), text }];
      }),
  );
}

/** Short names are looked up as a pod's resolver does: from its own namespace outwards. */
function endpointOf(host: string, from: Pod, { endpoints }: Inventory): Endpoint | undefined {
  return [host, `${host}.${from.namespace}.svc.cluster.local`, `${host}.svc.cluster.local`, `${host}.cluster.local`]
    .map((name) => endpoints.get(name))
    .find((endpoint) => endpoint !== undefined);
}

/** Whom a process is told to call, according to its environment. */
export function configurationEdges(inventory: Inventory): string[] {
  const edges = addresses(inventory).flatMap(({ from, endpoint, port, text }): PodEdge[] =>
    endpoint === undefined || port === undefined
      ? [{ from, to: somebody(`nobody at ${text}`), port: '*' }]
      : endpoint.pods.map((to) => ({ from, to, port: port.targetPort })),
  );
  return edgeNames(edges, inventory.pods);
}
