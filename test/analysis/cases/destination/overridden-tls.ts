import type { CheckCases } from '../../check-cases';

function rules(wide: string, narrow: string): string {
  return `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: everything, namespace: istio-system }
spec: ${wide}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: ${narrow}
`;
}

const withoutAutomaticTls = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: 'enableAutoMtls: false' }
`;
const mesh = "{ host: '*.local', trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }";
const namespace = "{ host: '*.shop.svc.cluster.local', trafficPolicy: { tls: { mode: MUTUAL } } }";

export const overriddenTls: CheckCases = {
  code: 'KIA0204',
  broken: {
    'limits without the mutual TLS of the mesh':
      `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: everything, namespace: istio-system }
spec: { host: '*.local', trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } } }
` + withoutAutomaticTls,
    'limits for one host of the mesh':
      rules(mesh, '{ host: web, trafficPolicy: { outlierDetection: {} } }') + withoutAutomaticTls,
    'subsets of one host of a namespace': rules(
      namespace,
      '{ host: web.shop.svc.cluster.local, subsets: [{ name: v1, labels: { version: v1 } }] }',
    ),
    'a narrower wildcard':
      rules(mesh, "{ host: '*.shop.svc.cluster.local', trafficPolicy: { loadBalancer: {} } }") + withoutAutomaticTls,
  },
  clean: {
    'limits with it': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: everything, namespace: istio-system }
spec: { host: '*.local', trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } }, tls: { mode: ISTIO_MUTUAL } } }
`,
    'mutual TLS that proxies start by themselves': rules(
      mesh,
      '{ host: web, trafficPolicy: { outlierDetection: {} } }',
    ),
    'a rule that says it again':
      rules(mesh, '{ host: web, trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }') + withoutAutomaticTls,
    'a rule that says otherwise': rules(mesh, '{ host: web, trafficPolicy: { tls: { mode: DISABLE } } }'),
    'a port that says it': rules(
      mesh,
      '{ host: web, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: ISTIO_MUTUAL } }] } }',
    ),
    'a wildcard that wants none': rules("{ host: '*.local', trafficPolicy: { loadBalancer: {} } }", '{ host: web }'),
    'a wildcard of another namespace': rules(namespace.replace('shop', 'bank'), '{ host: web }'),
    'a wildcard for other clients': rules(
      mesh.replace("'*.local'", "'*.local', exportTo: [bank]"),
      "{ host: web, exportTo: ['.'] }",
    ),
  },
};
