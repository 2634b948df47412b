import type { Platform } from '../lib/model/platform';
import { addOns, podsOf, traceCollector } from '../lib/platform/add-ons';
import { ingressGateway, istioNamespace } from '../lib/platform/istio-names';

/** The platform as the platform and observability stacks install it; labels are those of the charts. */
export const platform: Platform = {
  gateway: { ...ingressGateway, labels: ingressGateway.selector },
  controlPlane: { namespace: istioNamespace, labels: { app: 'istiod' }, port: 15012 },
  // By namespace alone: some clusters run a cache or another server under other labels.
  dns: { namespace: 'kube-system' },
  traceCollector: { ...podsOf(addOns.jaeger), ...traceCollector },
  metrics: {
    ...podsOf(addOns.prometheus),
    // Merged metrics of agent and application, and Envoy's own.
    ports: [15020, 15090],
  },
};
