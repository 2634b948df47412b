import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

/** Two rules in the namespace of a Sidecar, and a pod that is under it. */
function unseen(egress: string, host = 'web.shop.svc.cluster.local'): string {
  const [name = '', namespace = ''] = host.split('.');
  const rules = ['one', 'two'].map(
    (rule) => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${rule}, namespace: shop }
spec: { host: ${host}, trafficPolicy: { loadBalancer: { simple: RANDOM } } }
`,
  );
  const others = `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec: { egress: [{ ${egress} }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: till, namespace: shop, labels: { app: till, sidecar.istio.io/inject: 'true' } }
`;
  return [...rules, others].join('---');
}

export const competingRules: CheckCases = {
  code: 'KIA0201',
  example: { broken: 'two rules with a policy each', clean: 'one rule with both' },
  mutations: {
    'a second rule for the same host': addFrom('DestinationRule', (rule) => copyOf(rule, 'second')),
  },
  broken: {
    'a host that a Sidecar shows by its name': unseen("hosts: ['./web.shop.svc.cluster.local']"),
    'a host of another namespace that a Sidecar shows': unseen("hosts: ['bank/*']", 'pay.bank.svc.cluster.local'),
    'a host that some pods of another namespace see': `${unseen("hosts: ['~/*']")}---
apiVersion: v1
kind: Pod
metadata: { name: visitor, namespace: market, labels: { app: visitor, sidecar.istio.io/inject: 'true' } }
`,
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
    'a host that the Sidecar of all clients hides': unseen("hosts: ['./other.shop.svc.cluster.local']"),
    'a host that the Sidecar of all clients hides, of another namespace': unseen(
      "hosts: ['./*']",
      'pay.bank.svc.cluster.local',
    ),
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
