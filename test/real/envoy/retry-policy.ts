import { STATUS_CODES } from 'node:http';
import { type Message, typeUrl } from './envoy-config';
import type { Retries } from './istio-objects';

/** What Istio retries when nothing is said. */
const usualRetryOn = 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes';

/**
 * ConvertPolicy in https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/retry/retry.go:
 * no attempts are no policy, and a number is a status only if HTTP has it.
 */
export function retryPolicy({ attempts, perTryTimeout, retryOn = usualRetryOn }: Retries): Message | undefined {
  if (attempts <= 0) {
    return undefined;
  }
  const conditions = retryOn.split(',').map((condition) => condition.trim());
  const codes = conditions.filter(isStatus);
  const words = conditions.filter((condition) => condition !== '' && !isStatus(condition)).join(',');
  const isComplete = codes.length === 0 || words.includes('retriable-status-codes');
  return {
    num_retries: attempts,
    retry_on: isComplete ? words : `${words},retriable-status-codes`,
    retriable_status_codes: codes.map(Number),
    ...(perTryTimeout === undefined ? {} : { per_try_timeout: perTryTimeout }),
    host_selection_retry_max_attempts: 5,
    retry_host_predicate: [previousHosts],
  };
}

function isStatus(condition: string): boolean {
  return /^\d+$/.test(condition) && STATUS_CODES[Number(condition)] !== undefined;
}

/** A retry goes to another pod, if there is one. */
const previousHosts = {
  name: 'envoy.retry_host_predicates.previous_hosts',
  typed_config: {
    '@type': typeUrl('envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate'),
  },
};
