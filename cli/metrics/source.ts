import { addOnUrlsOf } from '../../stacks/add-on-urls';
import type { Settings } from '../../stacks/settings';

/** A Prometheus, and how to reach it. */
export interface PrometheusSource {
  /** Address without a final slash, e.g. `http://prometheus.localhost`; a path before `/api` is kept. */
  readonly url: string;
  /**
   * Host to ask for, where the address is that of a gateway.
   * @default - the host of the address
   */
  readonly host?: string;
  /**
   * Milliseconds for each answer, the whole of it.
   * @default 5000
   */
  readonly timeout?: number;
}

/** The Prometheus of the lab: the one that the settings name, or the one behind the gateway or a port-forward. */
export function prometheusOf(settings: Settings): PrometheusSource {
  return { url: settings.promotion.prometheus ?? addOnUrlsOf(settings).prometheus };
}
