import type { MeshConfig } from '../inventory/mesh-config';
import { attemptsOf } from '../routing/retries';
import { millisecondsOf } from '../../kubernetes/duration';
import { protocolOf, type ServicePort } from '../views/service';
import type { HttpRoute } from '../views/virtual-service';

/** How long a rule lets a request take in all, in milliseconds; infinite if it does not say, or says 0. */
export function timeoutOf({ timeout = '' }: HttpRoute): number {
  return positive(timeout);
}

/** How long a rule lets one try take; the timeout of the whole where it does not say. */
export function patienceOf(rule: HttpRoute): number {
  return rule.retries === undefined || attemptsOf(rule.retries) === 0
    ? timeoutOf(rule)
    : Math.min(timeoutOf(rule), positive(rule.retries.perTryTimeout ?? ''));
}

/** The longest a rule lets its caller wait; pauses between tries are short, and left out. */
export function longestWait(rule: HttpRoute): number {
  const { retries } = rule;
  const tries = retries === undefined ? 1 : 1 + attemptsOf(retries);
  return tries === 1 ? timeoutOf(rule) : Math.min(timeoutOf(rule), tries * patienceOf(rule));
}

/**
 * How many tries one request may become where nothing is written. Istio repeats twice what was
 * refused before it arrived, which loads nobody, and what gRPC calls unavailable, which callers pass
 * on as their own answer: so the tries of gRPC multiply, and those of HTTP do not.
 * @see https://istio.io/latest/docs/concepts/traffic-management/#retries
 */
export function unwrittenTries(port: ServicePort, { defaultRetries }: MeshConfig): number {
  const isGrpc = ['grpc', 'grpc-web'].includes(protocolOf(port) ?? '');
  return 1 + (defaultRetries?.attempts ?? (isGrpc ? 2 : 0));
}

/** How many tries one request may become under a rule that writes its retries. */
export function writtenTries({ retries }: HttpRoute): number | undefined {
  return retries === undefined ? undefined : 1 + attemptsOf(retries);
}

function positive(duration: string): number {
  const length = millisecondsOf(duration) ?? 0;
  return length > 0 ? length : Number.POSITIVE_INFINITY;
}
