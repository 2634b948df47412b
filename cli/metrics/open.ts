import { addOns, podsOf } from '../../lib/platform/add-ons';
import { showsAddOns } from '../../stacks/add-on-urls';
import type { Settings } from '../../stacks/settings';
import type { Cluster } from '../cluster/cluster';
import { prometheusOf, type PrometheusSource } from './source';

/** A Prometheus that can be asked until it is closed. */
export interface OpenPrometheus {
  readonly source: PrometheusSource;
  readonly close: () => void;
}

/**
 * The Prometheus of the settings, or the one that the gateway shows on 127.0.0.1, or at the end of a port-forward where the
 * gateway shows none. One that can't be reached is a source all the same: what it is asked is answered by a fault.
 */
export async function openPrometheus(cluster: Cluster, settings: Settings): Promise<OpenPrometheus> {
  const isReached = settings.promotion.prometheus !== undefined || (showsAddOns(settings) && !settings.httpsRedirect);
  return isReached ? { source: prometheusOf(settings), close: () => undefined } : await forwarded(cluster, settings);
}

async function forwarded(cluster: Cluster, settings: Settings): Promise<OpenPrometheus> {
  const { forward } = await import('../cluster/port-forward');
  const { port } = addOns.prometheus;
  const opened = await forward(cluster, settings, { ...podsOf(addOns.prometheus), port });
  return { source: { url: `http://127.0.0.1:${opened.port}` }, close: opened.close };
}
