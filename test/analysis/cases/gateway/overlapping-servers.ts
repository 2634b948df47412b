import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

export const overlappingServers: CheckCases = {
  code: 'KIA0301',
  mutations: {
    'a second Gateway for the same hosts': addFrom('Gateway', (gateway) => copyOf(gateway, 'second')),
  },
  broken: {
    'one host in two Gateways': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]
`,
    'two selectors that find the same pods': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [a.example] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { app: istio-ingressgateway }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [b.example, A.example] }
`,
    'a port of HTTP that another Gateway has for HTTPS': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 443, name: http, protocol: HTTP }, hosts: [a.example] }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https, protocol: HTTPS }, hosts: [b.example], tls: { mode: SIMPLE, credentialName: b } }
    - { port: { number: 443, name: raw }, hosts: ['*'] }
`,
    'twice in one Gateway': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: a } }
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [./a.example], tls: { mode: SIMPLE, credentialName: b } }
`,
  },
  clean: {
    'a port for each protocol, and two kinds of TLS at one': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 80, name: http, protocol: HTTP }, hosts: [a.example] }
    - { port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example], tls: { mode: SIMPLE, credentialName: a } }
    - { port: { number: 443, name: tls, protocol: TLS }, hosts: [b.example], tls: { mode: PASSTHROUGH } }
`,
    'a host for each': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [blog.example] }]
`,
    'other ports, other pods, other namespaces, other addresses': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [a.example] }
    - { port: { number: 8080, name: http-8080, protocol: HTTP }, hosts: [a.example] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { istio: egressgateway }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [a.example] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: c, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [one/c.example] }
    - { port: { number: 80, name: http-80, protocol: HTTP }, hosts: [two/c.example] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: d, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { bind: 192.0.2.1, port: { number: 80, name: http-80, protocol: HTTP }, hosts: [d.example] }
    - { bind: 192.0.2.2, port: { number: 80, name: http-80, protocol: HTTP }, hosts: [d.example] }
`,
    'a wildcard beside a host': `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: ['*.example'], tls: { mode: SIMPLE, credentialName: a } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: [b.example], tls: { mode: SIMPLE, credentialName: b } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: c, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https-443, protocol: HTTPS }, hosts: ['*'], tls: { mode: SIMPLE, credentialName: c } }
`,
  },
};
