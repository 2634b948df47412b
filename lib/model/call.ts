import { hostOf, type Port, type Service } from './service';

/** How the caller's process is told the address of the callee. */
export interface CallAddress {
  /** Environment variable; addresses of several calls with one variable are joined by commas. */
  readonly variable: string;
  /** `url` is `http://host:port`, `authority` is `host:port`. */
  readonly form: 'url' | 'authority';
}

/** A declared edge: `caller` may send requests to `callee`. */
export interface Call {
  readonly caller: Service;
  readonly callee: Service;
  /** @default - the callee's first port */
  readonly port?: Port;
  /** @default - the process finds the callee by other means */
  readonly address?: CallAddress;
}

/** The value that the caller's environment gets for a call. */
export function addressOf(call: Call, form: CallAddress['form']): string {
  const port = call.port ?? call.callee.ports[0];
  const authority = `${hostOf(call.callee)}:${port.number}`;
  const scheme = port.protocol === 'grpc' ? 'grpc' : 'http';
  return form === 'url' ? `${scheme}://${authority}` : authority;
}
