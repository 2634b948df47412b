import type { CheckCases } from '../../check-cases';

export const sharedCertificate: CheckCases = {
  code: 'IST0138',
  broken: {
    'two Gateways of two hosts': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: wildcard } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [b.example], tls: { mode: SIMPLE, credentialName: wildcard } }
`,
  },
  clean: {
    'a certificate for each': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: a } }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [b.example], tls: { mode: SIMPLE, credentialName: b } }]
`,
    'one Gateway, other ports, other pods, other certificates': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: wildcard } }
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [b.example], tls: { mode: SIMPLE, credentialName: wildcard } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: c, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 8443, name: https-8443, protocol: HTTPS }, hosts: [c.example], tls: { mode: SIMPLE, credentialName: wildcard } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: d, namespace: shop }
spec:
  selector: { istio: egressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [d.example], tls: { mode: SIMPLE, credentialName: wildcard } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: e, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [e.example], tls: { mode: SIMPLE, credentialName: other } }
`,
  },
};
