import type { HttpRoute } from '../../views/virtual-service';
import { attemptsOf } from '../../routing/retries';
import type { Check } from '../check';

export const repeatedWrites: Check = {
  code: 'LAB057',
  level: 'warning',
  title: 'No retry repeats a write that may have been done',
  reason:
    'A proxy can not know whether a request that failed half way did its work. A POST that is sent again after a reset or a 500 may book, pay or order twice.',
  remedy:
    'write `attempts: 0` for POST and PATCH, or retry only on connect-failure and refused-stream; suppress the finding where the service recognises repeated requests',
  link: 'https://www.rfc-editor.org/rfc/rfc9110#name-idempotent-methods',
  *find({ virtualServices }) {
    for (const { manifest, spec } of virtualServices) {
      for (const [index, rule] of spec.http.entries()) {
        const repeating = repeatingCondition(rule);
        if (
          rule.retries !== undefined &&
          attemptsOf(rule.retries) > 0 &&
          repeating !== undefined &&
          isForWrites(rule)
        ) {
          const message = `${methodsOf(rule).join(' and ')} requests are sent again on ${repeating}, when they may have been done already`;
          yield { manifest, path: ['spec', 'http', index, 'retries', 'retryOn'], message };
        }
      }
    }
  },
};

/** The methods that mean something else when they come twice. */
const writes: readonly string[] = ['POST', 'PATCH'];

function isForWrites(rule: HttpRoute): boolean {
  const methods = methodsOf(rule);
  return methods.length > 0 && methods.every((method) => writes.includes(method));
}

function methodsOf({ match }: HttpRoute): string[] {
  return [...new Set(match.map(({ method }) => method?.exact ?? ''))];
}

/**
 * A condition that holds after the request has reached the service, if there is one. What Istio
 * does without a list is safe: it repeats what never arrived.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
 */
function repeatingCondition({ retries }: HttpRoute): string | undefined {
  const conditions = (retries?.retryOn ?? '').split(',').map((condition) => condition.trim());
  return conditions.find((condition) => afterArrival.includes(condition) || /^5\d\d$/.test(condition));
}

const afterArrival: readonly string[] = ['5xx', 'gateway-error', 'reset'];
