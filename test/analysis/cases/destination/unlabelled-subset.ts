import type { CheckCases } from '../../check-cases';
import { change, nothing } from '../../mutation';

export const unlabelledSubset: CheckCases = {
  code: 'KIA0209',
  mutations: {
    'a release without labels': change('DestinationRule', 'spec.subsets.*.labels', nothing),
    'no labels left': change('DestinationRule', 'spec.subsets.*.labels', {}),
  },
  broken: {
    'a subset alone without labels': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }, { name: http-admin, port: 90 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: web, version: v1 } }
    spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: v1 }] }
`,
  },
  clean: {
    'a name for the pods of a gateway': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: istio-egressgateway.istio-system.svc.cluster.local, subsets: [{ name: pay }] }
`,
    'a policy of its own': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }, { name: http-admin, port: 90 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: web, version: v1 } }
    spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: sticky, trafficPolicy: { loadBalancer: { simple: LEAST_REQUEST } } }] }
`,
  },
};
