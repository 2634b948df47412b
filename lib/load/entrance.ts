import type { HttpMethod } from '../model/call';
import type { Edge } from '../model/edge';

/** From this machine: an IP address with its port, at which every host of the edges is found. */
export interface AddressEntrance {
  readonly scheme: 'http' | 'https';
  readonly address: string;
}

/** How the load reaches the gateway. */
export type Entrance =
  | AddressEntrance
  /** Inside the cluster: the name of the gateway's Service, which takes the host from the header, and no TLS. */
  | { readonly service: string };

/** One request that is sent over and over. */
export interface EntryRequest {
  /** The service that answers. */
  readonly service: string;
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The request that asks an edge: by its first host, for the first path and method that it allows. */
export function entryRequest({ service, hosts, methods, paths }: Edge, entrance: Entrance): EntryRequest {
  const [host] = hosts;
  const path = (paths?.[0] ?? '/').replace(/\*$/, '');
  const method = methods === undefined || methods.includes('GET') ? 'GET' : (methods[0] ?? 'GET');
  const [origin, headers] =
    'service' in entrance ? [`http://${entrance.service}`, { Host: host }] : [`${entrance.scheme}://${host}`, {}];
  return { service: service.name, method, url: `${origin}${path}`, headers };
}

/** What k6 has to know of an entrance. */
export interface EntranceOptions {
  /** Where hosts are found, instead of asking DNS. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly insecureSkipTLSVerify?: boolean;
}

export function entranceOptions(entrance: Entrance, edges: readonly Edge[]): EntranceOptions {
  if ('service' in entrance) {
    return {};
  }
  return {
    hosts: Object.fromEntries(edges.flatMap(({ hosts }) => hosts.map((host) => [host, entrance.address]))),
    // The lab's own authority signs its certificates, and no system trusts it. Nothing secret is sent.
    insecureSkipTLSVerify: true,
  };
}
