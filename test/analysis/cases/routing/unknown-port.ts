import type { CheckCases } from '../../check-cases';
import { change, type Json } from '../../mutation';

/** What add-ons open is taken for granted, so any port of theirs may be right. */
function elsewhere(destination: Json): Json | undefined {
  const isAddOn = /\.(istio-system|observability)\./.test(JSON.stringify(destination));
  const isDestination = typeof destination === 'object' && destination !== null && !Array.isArray(destination);
  return isDestination && !isAddOn ? { ...destination, port: { number: 4242 } } : undefined;
}

export const unknownPort: CheckCases = {
  code: 'IST0101',
  mutations: {
    'a port that the Service does not have': change('VirtualService', 'spec.http.*.route.*.destination', elsewhere),
  },
  broken: {
    'the port of the pods': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web, port: { number: 8080 } } }] }]
`,
  },
  clean: {
    'the port of the Service': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web, port: { number: 80 } } }] }]
`,
    'a port of a ServiceEntry, and one of the gateway that is installed': `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: pay, namespace: shop }
spec:
  hosts: [pay.example]
  tls:
    - match: [{ sniHosts: [pay.example], port: 443 }]
      route: [{ destination: { host: pay.example, port: { number: 443 } } }]
  tcp:
    - match: [{ port: 8443 }]
      route: [{ destination: { host: istio-egressgateway.istio-system.svc.cluster.local, port: { number: 15443 } } }]
`,
  },
};
