import type { Sender } from '../transport/sender';
import type { Workload } from '../views/workload';

/** Whose proxy routes a request. */
export interface Client extends Sender {
  readonly workload: Workload;
  /** A gateway takes what comes from outside; a sidecar what its own pod sends. */
  readonly isGateway: boolean;
}

/** Whom a request is for, and whether its client speaks TLS. */
export interface Asked {
  readonly scheme: 'http' | 'https';
  /** Without a port. */
  readonly host: string;
  readonly port: number;
}

/** An HTTP request, as it reaches the proxy of its client. */
export interface Request extends Asked {
  readonly method: string;
  /** With a leading slash, without the query. */
  readonly path: string;
  /** As sent, without decoding; of a name that stands twice the first value. */
  readonly query: ReadonlyMap<string, string>;
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** A request for a URL. @throws TypeError if it is none */
export function requestFor(
  url: string,
  { method = 'GET', headers = [] }: { method?: string; headers?: readonly (readonly [string, string])[] } = {},
): Request {
  const { protocol, hostname, port, pathname, search } = new URL(url.includes('://') ? url : `http://${url}`);
  const scheme = protocol === 'https:' ? 'https' : 'http';
  return {
    scheme,
    host: hostname,
    port: port === '' ? (scheme === 'https' ? 443 : 80) : Number(port),
    method,
    path: pathname,
    query: queryOf(search),
    headers: new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
  };
}

/** The Host header of a request: the port is in it unless it is that of the scheme. */
export function authorityOf({ scheme, host, port }: Asked): string {
  return port === (scheme === 'https' ? 443 : 80) ? host : `${host}:${port}`;
}

/** As Envoy compares it: the first value of a name counts, and nothing is decoded. */
function queryOf(search: string): ReadonlyMap<string, string> {
  const pairs = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '');
  const named = pairs.map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.join('=')];
  });
  return new Map(named.reverse());
}
