import type { Layer } from '../analysis/decision';
import { answererOf, callPath } from './call-path';

/** What came back to whoever asked. */
export interface Reply {
  /** Of HTTP; 0 without an answer. */
  readonly status: number;
  /** Of curl, as its manual lists them; 0 if there was an answer. */
  readonly exit: number;
  /** Whether somebody took the connection: the own proxy, if there is one. */
  readonly isConnected: boolean;
  /** Whether the answer came from behind a proxy, and was not made by the first one. */
  readonly isForwarded: boolean;
  readonly body: string;
  /** In words, without an answer. */
  readonly error: string;
}

/** Who ended a request that its callee's process did not answer. */
export type Refuser = Layer | 'gateway' | 'proxy of the caller' | 'name resolution' | 'no pod';

export type Outcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The processes that say who they are, the one that answered first. */
      readonly path: readonly string[];
    }
  | { readonly kind: 'refused'; readonly by: Refuser; readonly how: string };

/** What curl says, by its exit code. @see https://curl.se/libcurl/c/libcurl-errors.html */
const exits = { unresolved: 6, unconnected: 7, late: 28, tls: 35, empty: 52, unsent: 55, reset: 56 } as const;

/**
 * What a reply means.
 * @param isMeshed whether the caller has a proxy: then that one takes every connection, and says what became of it
 */
export function outcomeOf(reply: Reply, isMeshed: boolean): Outcome {
  const { status, body, isForwarded } = reply;
  if (status === 0) {
    return { kind: 'refused', ...unanswered(reply, isMeshed) };
  }
  const by = answererOf(body);
  if (by === undefined && status === 403 && body.startsWith('RBAC: access denied')) {
    return { kind: 'refused', by: 'authorization', how: '403 RBAC: access denied' };
  }
  if (by === undefined && !isForwarded && isMeshed && status >= 400) {
    return { kind: 'refused', ...madeByProxy(status, body) };
  }
  return { kind: 'answered', status, path: callPath(body) };
}

/** What a reply of a gateway means to somebody outside. */
export function outsideOutcome(reply: Reply): Outcome {
  const { status, error, body } = reply;
  if (status === 0) {
    return { kind: 'refused', by: 'gateway', how: error };
  }
  const outcome = outcomeOf(reply, true);
  return outcome.kind === 'refused' && outcome.by === 'proxy of the caller'
    ? { kind: 'refused', by: 'gateway', how: `${status} ${body.slice(0, 80)}`.trim() }
    : outcome;
}

interface Refusal {
  readonly by: Refuser;
  readonly how: string;
}

function unanswered({ exit, isConnected, error }: Reply, isMeshed: boolean): Refusal {
  const how = error === '' ? `curl ${exit}` : error;
  if (exit === exits.unresolved) {
    return { by: 'name resolution', how };
  }
  if (exit === exits.unconnected) {
    return { by: 'network', how };
  }
  if (exit === exits.late) {
    return { by: 'network', how: isConnected ? `${how}: no answer` : `${how}: no connection` };
  }
  // A proxy that knows no way closes what its own process has opened.
  return { by: isMeshed ? 'proxy of the caller' : 'mutual TLS', how };
}

/** What Envoy answers by itself. */
function madeByProxy(status: number, body: string): Refusal {
  const how = `${status}${body === '' ? '' : ` ${body.slice(0, 120)}`}`;
  if (/timeout/i.test(body)) {
    return { by: 'network', how };
  }
  if (/no healthy upstream/i.test(body)) {
    return { by: 'no pod', how };
  }
  if (/upstream connect error/i.test(body)) {
    return { by: 'mutual TLS', how };
  }
  return { by: 'proxy of the caller', how };
}

/** `answered with 200 by web-canary`, `refused by the network: no connection` */
export function outcomeText(outcome: Outcome): string {
  return outcome.kind === 'answered'
    ? `answered with ${outcome.status}${outcome.path[0] === undefined ? '' : ` by ${outcome.path[0]}`}`
    : `refused by ${refuserName(outcome.by)}: ${outcome.how}`;
}

export function refuserName(refuser: Refuser): string {
  switch (refuser) {
    case 'network':
      return 'the network';
    case 'gateway':
      return 'the gateway';
    case 'proxy of the caller':
      return 'the caller’s proxy';
    case 'name resolution':
      return 'name resolution';
    case 'no pod':
      return 'a Service without pods';
    default:
      return refuser;
  }
}
