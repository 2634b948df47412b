import type { CheckCases } from '../../check-cases';

function rule(policy: string): string {
  return `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { ${policy} } }
`;
}

const failover = 'loadBalancer: { localityLbSetting: { failover: [{ from: eu, to: us }] } }';

export const idleFailover: CheckCases = {
  code: 'LAB016',
  broken: {
    'a failover without detection': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 10
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { localityLbSetting: { enabled: true, failover: [{ from: eu, to: us }] } } } }
`,
    'a failover by region': rule(failover),
    'a failover by labels': rule("loadBalancer: { localityLbSetting: { failoverPriority: ['version'] } }"),
  },
  clean: {
    'a failover with it': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 10
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { loadBalancer: { localityLbSetting: { enabled: true, failover: [{ from: eu, to: us }] } }, outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'a failover that knows what fails': rule(`${failover}, outlierDetection: {}`),
    'a failover that is switched off': rule(failover.replace('failover:', 'enabled: false, failover:')),
    'shares of localities, which need none': rule(
      "loadBalancer: { localityLbSetting: { distribute: [{ from: 'eu/*', to: { 'eu/*': 100 } }] } }",
    ),
  },
};
