import { until } from '../parts/until';
import { mark, type Proxy } from './proxy';
import type { Prometheus } from './server';

/** Waits until Prometheus has all that the proxy counts now. */
export async function scraped(proxy: Proxy, prometheus: Prometheus): Promise<void> {
  const current = proxy.mark();
  await until('Prometheus has scraped again', async () => {
    return (await prometheus.query(mark)).some(({ value }) => value >= current);
  });
}

/** Milliseconds by which a window may begin too early: it is rounded up to whole seconds. */
export const rounding = 1_500;
