import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

export const competingRules: CheckCases = {
  code: 'KIA0201',
  mutations: {
    'a second rule for the same host': addFrom('DestinationRule', (rule) => copyOf(rule, 'second')),
  },
  broken: {
    'two rules with a policy each': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: shop }
spec: { host: web, trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: two, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
`,
    'a policy each, for the short and the long name': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: two, namespace: shop }
spec: { host: web.shop.svc.cluster.local, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
`,
    'one for all, one for the own namespace': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: two, namespace: shop }
spec: { host: web, exportTo: ['.'], subsets: [{ name: v1, labels: { version: v1 } }] }
`,
    'a subset of one name in each': ['one', 'two']
      .map(
        (name) => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name}, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }
`,
      )
      .join('---'),
  },
  clean: {
    'one rule with both': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: shop }
spec: { host: web, trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } }, loadBalancer: { simple: RANDOM } } }
`,
    'a policy here, subsets there': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { simple: RANDOM } }, subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: two, namespace: shop }
spec: { host: web, subsets: [{ name: v2, labels: { version: v2 } }] }
`,
    'rules of different namespaces, workloads and readers': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: client }
spec: { host: web.shop.svc.cluster.local, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: two, namespace: shop }
spec: { host: web, workloadSelector: { matchLabels: { app: client } }, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: three, namespace: shop }
spec: { host: api, exportTo: [a], trafficPolicy: { loadBalancer: { simple: RANDOM } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: four, namespace: shop }
spec: { host: api, exportTo: [b], trafficPolicy: { loadBalancer: { simple: RANDOM } } }
`,
    'a wildcard beside a host': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: shop }
spec: { host: '*.shop.svc.cluster.local', trafficPolicy: { loadBalancer: { simple: RANDOM } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: two, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
`,
  },
};
