import type { MeshConfig } from '../inventory/mesh-config';
import type { HttpRoute } from '../views/virtual-service';

/** How a proxy tries again. */
export interface Retries {
  /** Beside the first try. */
  readonly attempts: number;
  readonly perTryTimeout?: string | undefined;
  readonly retryOn: string;
}

export const noRetries: Retries = { attempts: 0, retryOn: '' };

const usualRetryOn = 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes';

/**
 * What proxies do where no rule says otherwise: two more tries, or what the mesh says.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/retry/retry.go
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-default_http_retry_policy
 */
export function usualRetries({ defaultRetries = { attempts: 2 } }: MeshConfig): Retries {
  return retriesBy(defaultRetries);
}

/** What proxies do by a rule; a block without a number turns retries off. */
export function retriesOf({ retries }: HttpRoute, mesh: MeshConfig): Retries {
  return retries === undefined ? usualRetries(mesh) : retriesBy(retries);
}

function retriesBy(policy: NonNullable<HttpRoute['retries']>): Retries {
  const attempts = attemptsOf(policy);
  const { perTryTimeout, retryOn = usualRetryOn } = policy;
  return attempts === 0 ? noRetries : { attempts, perTryTimeout, retryOn };
}

/** Further tries after the first. */
export function attemptsOf({ attempts = 0 }: NonNullable<HttpRoute['retries']>): number {
  return Math.max(0, attempts);
}
