import type { Platform } from '../../lib/model/platform';

/** A platform, no part of which is where the lab has it. */
export const platform: Platform = {
  gateway: { name: 'door', namespace: 'edge', labels: { istio: 'door' } },
  controlPlane: { namespace: 'control', labels: { app: 'pilot' }, port: 15012 },
  dns: { namespace: 'names' },
  traceCollector: { namespace: 'watch', labels: { app: 'spans' }, host: 'spans.watch.svc.cluster.local', port: 9411 },
  metrics: { namespace: 'watch', labels: { app: 'numbers' }, ports: [15020, 15090] },
};
