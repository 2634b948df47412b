import type { SchemaRule } from './rule';

/** @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on */
const conditions: readonly string[] = [
  ...['5xx', 'gateway-error', 'reset', 'reset-before-request', 'connect-failure', 'retriable-4xx', 'refused-stream'],
  ...['retriable-status-codes', 'retriable-headers', 'envoy-ratelimited', 'http3-post-connect-failure'],
  ...['cancelled', 'deadline-exceeded', 'internal', 'resource-exhausted', 'unavailable'],
];

/** Retries say when, in words that Envoy knows, and nothing about retries that are switched off. */
export const retry: SchemaRule = function* find({ virtualServices }) {
  for (const { manifest, spec } of virtualServices) {
    for (const [index, { retries }] of spec.http.entries()) {
      const path = ['spec', 'http', index, 'retries'];
      const { attempts = 0, perTryTimeout, retryOn } = retries ?? {};
      if (attempts < 0) {
        const message = `${attempts} attempts are less than none`;
        yield { manifest, path: [...path, 'attempts'], message, remedy: 'write 0 or more' };
      }
      if (attempts === 0 && (perTryTimeout ?? retryOn) !== undefined) {
        const message = 'without attempts there are no retries, so the other fields may not be given';
        yield { manifest, path, message, remedy: 'give attempts, or leave the other fields out' };
      }
      for (const word of (retryOn ?? '').split(',').filter((one) => one !== '' && !isCondition(one))) {
        const message = `${JSON.stringify(word)} is no condition that Envoy retries on`;
        const remedy = `write words of ${conditions.join(', ')}, or a status, and only commas between them`;
        yield { manifest, path: [...path, 'retryOn'], message, remedy };
      }
    }
  }
};

function isCondition(word: string): boolean {
  return conditions.includes(word) || /^[1-5]\d\d$/.test(word);
}
