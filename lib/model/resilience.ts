import { type Duration, milliseconds } from './duration';

/**
 * What makes a client proxy try again. A number, such as `429`, means that status.
 * `retriable-4xx` means 409 alone.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
 */
export type RetryCondition =
  | '5xx'
  | 'gateway-error'
  | 'reset'
  | 'reset-before-request'
  | 'connect-failure'
  | 'refused-stream'
  | 'retriable-4xx'
  | 'cancelled'
  | 'deadline-exceeded'
  | 'internal'
  | 'resource-exhausted'
  | 'unavailable'
  | `${number}`;

export interface Retries {
  /** Further tries after the first, 1 or more. */
  readonly attempts: number;
  /** The longest one try may take. */
  readonly perTry: Duration;
  readonly on: readonly [RetryCondition, ...RetryCondition[]];
}

/** How long a caller waits, and whether it tries again. */
export interface Resilience {
  /** All tries together. @default - the caller waits for ever */
  readonly timeout?: Duration;
  /** @default - none: Istio's own two retries are switched off */
  readonly retries?: Retries;
  /** Whether doing it twice does no harm; retries ask for it. @default false */
  readonly idempotent?: boolean;
}

/** How often a request may reach the callee for one that the caller sends. */
export function triesOf({ retries }: Resilience): number {
  return 1 + (retries?.attempts ?? 0);
}

/** How long one try may take before the caller's proxy ends it, in milliseconds; infinite without timeouts. */
export function patienceOf({ timeout, retries }: Resilience): number {
  const whole = timeout === undefined ? Number.POSITIVE_INFINITY : milliseconds(timeout);
  return retries === undefined ? whole : Math.min(whole, milliseconds(retries.perTry));
}

/** Below these times, in milliseconds, Envoy waits before the first retries; before any other below the longest. */
const firstPauses = [25, 75, 175];
const longestPause = 250;

/**
 * The longest time a caller may have to wait, in milliseconds; infinite without timeouts.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-max-retries
 */
export function worstCase({ timeout, retries }: Resilience): number {
  const whole = timeout === undefined ? Number.POSITIVE_INFINITY : milliseconds(timeout);
  if (retries === undefined) {
    return whole;
  }
  const pauses = firstPauses.slice(0, retries.attempts).reduce((sum, pause) => sum + pause, 0);
  const furtherPauses = Math.max(0, retries.attempts - firstPauses.length) * longestPause;
  const tries = (1 + retries.attempts) * milliseconds(retries.perTry);
  return Math.min(whole, tries + pauses + furtherPauses);
}
