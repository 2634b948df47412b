import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unknownHost: CheckCases = {
  code: 'KIA0202',
  mutations: {
    'a host that nobody has': change('DestinationRule', 'spec.host', 'nobody'),
    'a host cut after its namespace': change('DestinationRule', 'spec.host', 'web.shop'),
  },
  broken: {
    'a host misspelt': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: wbe, trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } } }
`,
    'a host cut after its namespace': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web.shop, trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } } }
`,
  },
  clean: {
    'a host by its short name': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } } }
`,
    'wildcards, and a host of a ServiceEntry': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: pay, namespace: shop }
spec: { host: pay.example }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: all, namespace: shop }
spec: { host: '*.local' }
`,
  },
};
