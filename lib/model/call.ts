import type { Identity } from './identity';
import type { Resilience } from './resilience';
import { hostOf, type Port, type Service } from './service';

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** What of a service may be called; everything, if nothing is said. */
export interface CallScope {
  /** @default - every method */
  readonly methods?: readonly HttpMethod[];
  /** Exact paths, or prefixes that end in `*`. @default - every path */
  readonly paths?: readonly string[];
  /** Full names, as in `/shop.Cart/AddItem`, or prefixes that end in `*`. @default - every method */
  readonly grpcMethods?: readonly string[];
}

/** How the caller's process is told the address of the callee. */
export interface CallAddress {
  /** Environment variable; addresses of several calls with one variable are joined by commas. */
  readonly variable: string;
  /** `url` is `http://host:port`, `authority` is `host:port`. */
  readonly form: 'url' | 'authority';
}

/** A declared edge: `caller` may send requests to `callee`. */
export interface Call extends CallScope, Resilience {
  /** A service or a job of the mesh. */
  readonly caller: Identity;
  readonly callee: Service;
  /** @default - the callee's first port */
  readonly port?: Port;
  /** @default - the process finds the callee by other means */
  readonly address?: CallAddress;
}

/** The callee's port that a call goes to. */
export function portOf(call: Pick<Call, 'callee' | 'port'>): Port {
  return call.port ?? call.callee.ports[0];
}

/** The value that the caller's environment gets for a call. */
export function addressOf(call: Call, form: CallAddress['form']): string {
  const port = portOf(call);
  const authority = `${hostOf(call.callee)}:${port.number}`;
  const scheme = port.protocol === 'grpc' ? 'grpc' : 'http';
  return form === 'url' ? `${scheme}://${authority}` : authority;
}
