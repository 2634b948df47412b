import type { CheckCases } from '../../check-cases';
import { patchText } from './patch-text';

const pods = `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ name: http, port: 8000, targetPort: 8080 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop, labels: { app: api, sidecar.istio.io/inject: 'true' } }
spec: { containers: [{ name: api, image: 'registry.example/api:1.0.0', ports: [{ containerPort: 8080 }] }] }
---`;

const alone = `
apiVersion: v1
kind: Pod
metadata: { name: alone, namespace: shop, labels: { app: alone, sidecar.istio.io/inject: 'true' } }
spec: { containers: [{ name: alone, image: 'registry.example/alone:1.0.0' }] }
---`;

const opened = `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: api, namespace: shop }
spec:
  workloadSelector: { labels: { app: api } }
  ingress: [{ port: { number: 8080, name: http, protocol: HTTP }, defaultEndpoint: '127.0.0.1:8080' }]
---`;

const patch = (
  name: string,
  context = 'SIDECAR_INBOUND',
  spec = 'workloadSelector: { labels: { app: api } },',
): string =>
  patchText('HTTP_ROUTE', 'MERGE', {
    match: `context: ${context}, routeConfiguration: { vhost: { name: '${name}' } }`,
    value: 'route: { timeout: 1s }',
    spec,
  });

export const unknownVirtualHost: CheckCases = {
  code: 'LAB091',
  broken: {
    'the port of the pod in the place of that of the Service': pods + patch('inbound|http|8080'),
    'a Service without the port': pods + patch('api.shop.svc.cluster.local:8080', 'SIDECAR_OUTBOUND'),
    'a filter of the whole mesh':
      pods +
      patch('inbound|http|8080').replace(
        'namespace: shop }\nspec: { workload',
        'namespace: istio-system }\nspec: { workload',
      ),
  },
  clean: {
    'the port of the Service': pods + patch('inbound|http|8000'),
    'a Service with the port': pods + patch('api.shop.svc.cluster.local:8000', 'SIDECAR_OUTBOUND'),
    'a host that no file shows': pods + patch('api.example:8080', 'SIDECAR_OUTBOUND'),
    'pods of which some are behind no Service': pods + alone + patch('inbound|http|8080', undefined, ''),
    'no pods that the files show':
      pods + patch('inbound|http|8080').replace('labels: { app: api } },', 'labels: { app: web } },'),
    'a port that a Sidecar opens': pods + opened + patch('inbound|http|8080'),
    'a gateway': pods + patch('api.shop.svc.cluster.local:8080', 'GATEWAY'),
    'every virtual host': pods + patch(''),
  },
};
