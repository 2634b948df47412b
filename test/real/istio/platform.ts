import { deployment, namespace, service } from './objects';

/** What every random mesh has: two namespaces of the mesh, one outside, and a gateway whose ports are not its pods'. */
export const platform: readonly object[] = [
  namespace('istio-system'),
  namespace('legacy'),
  namespace('pay', { 'istio-injection': 'enabled' }),
  namespace('shop', { 'istio-injection': 'enabled' }),
  deployment({ namespace: 'istio-system', app: 'edge', labels: { istio: 'edge', 'sidecar.istio.io/inject': 'true' } }),
  service('istio-system', 'edge', [
    { name: 'http2', port: 80, targetPort: 8080 },
    { name: 'https', port: 443, targetPort: 8443 },
    { name: 'tcp', port: 9000 },
  ]),
  deployment({ namespace: 'shop', app: 'client' }),
  deployment({ namespace: 'shop', app: 'web', version: 'v1' }),
  deployment({ namespace: 'shop', app: 'web', version: 'v2' }),
  deployment({ namespace: 'pay', app: 'api', version: 'v1' }),
  deployment({ namespace: 'pay', app: 'client' }),
  deployment({ namespace: 'legacy', app: 'old' }),
];
