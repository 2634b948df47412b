import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unknownPort: CheckCases = {
  code: 'IST0101',
  mutations: {
    'a port that the Service does not have': change(
      'VirtualService',
      'spec.http.*.route.*.destination.port.number',
      4242,
    ),
  },
  clean: {
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
