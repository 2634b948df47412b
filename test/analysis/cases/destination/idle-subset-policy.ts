import type { CheckCases } from '../../check-cases';

const service = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web, version: v1 } }
spec: { containers: [{ name: web, image: 'registry.example/web:1.0.0' }] }
---`;

const rule = (policy: string, host = 'web'): string => `${service}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec:
  host: '${host}'
  subsets: [{ name: v1, labels: { version: v1 }${policy} }]
---`;

const route = (destination: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: ${destination} }] }] }
`;

const limit = ', trafficPolicy: { connectionPool: { tcp: { maxConnections: 10 } } }';

export const idleSubsetPolicy: CheckCases = {
  code: 'LAB093',
  broken: {
    'a limit for a subset, and a route to the whole host': rule(limit) + route('{ host: web }'),
    'a limit for a subset, and no route at all': rule(limit),
  },
  clean: {
    'a limit for a subset that a route names': rule(limit) + route('{ host: web, subset: v1 }'),
    'a subset of all hosts of a namespace, and a route to one':
      rule(limit, '*.shop.svc.cluster.local') + route('{ host: web, subset: v1 }'),
    'a subset without a policy': rule('') + route('{ host: web }'),
  },
};
