import type { Identity } from './identity';
import type { Resilience } from './resilience';
import type { CallAddress, Process } from './process';
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

/** A declared edge: `caller` may send requests to `callee`. */
export interface Call extends CallScope, Resilience {
  /** A service or a job of the mesh. */
  readonly caller: Identity;
  readonly callee: Service;
  /** @default - the callee's first port */
  readonly port?: Port;
}

/** The callee's port that a call goes to. */
export function portOf(call: Pick<Call, 'callee' | 'port'>): Port {
  return call.port ?? call.callee.ports[0];
}

/** How a process is told where a call goes; not at all if it finds the callee by other means. */
export function addressFor(
  call: Pick<Call, 'callee' | 'port'>,
  { addresses = {} }: Pick<Process, 'addresses'>,
): CallAddress | undefined {
  const { name } = call.callee;
  return addresses[`${name}:${portOf(call).number}`] ?? addresses[name] ?? addresses['*'];
}

/** The value that the caller's environment gets for a call. */
export function addressOf(call: Call, form: CallAddress['form']): string {
  const port = portOf(call);
  const authority = `${hostOf(call.callee)}:${port.number}`;
  const scheme = port.protocol === 'grpc' ? 'grpc' : 'http';
  return form === 'url' ? `${scheme}://${authority}` : authority;
}
