import type { Labels } from '../manifest/manifest';
import type { Identity } from './identity';

/** A request of HTTP or gRPC, as the proxy of the callee sees it. */
export interface HttpRequest {
  readonly method: string;
  /** Without query and fragment. */
  readonly path: string;
  /** The Host header, with its port if it has one. */
  readonly host: string;
  /** By name in lower case. */
  readonly headers: Labels;
}

/** What rules of authorization can see of a connection. */
export interface Connection {
  /** Absent on a connection in plaintext. */
  readonly identity?: Identity | undefined;
  /** Of the pod, not of the Service. Absent if it is not known. */
  readonly port: number | undefined;
  /** Absent where the proxy passes bytes on. */
  readonly request?: HttpRequest | undefined;
  /** Whether a RequestAuthentication reads tokens: without one no rule ever sees a token. */
  readonly readsTokens: boolean;
}
