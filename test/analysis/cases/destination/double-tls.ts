import type { CheckCases } from '../../check-cases';

const entry = (ports: string): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: partner, namespace: shop }
spec: { hosts: [partner.example], location: MESH_EXTERNAL, resolution: DNS, ports: [${ports}] }
---`;

const rule = (policy: string, more = ''): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: partner, namespace: shop }
spec: { host: partner.example, trafficPolicy: { ${policy} }${more} }
---`;

const caller = (address: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: client, namespace: shop, labels: { sidecar.istio.io/inject: 'true' } }
spec:
  containers: [{ name: client, image: 'registry.example/client:1.0.0', env: [{ name: PARTNER, value: '${address}' }] }]
---`;

const route = (rules: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: partner, namespace: shop }
spec: { hosts: [partner.example], ${rules} }
---`;

const https = '{ number: 443, name: https, protocol: HTTPS }';
const http = '{ number: 80, name: http, protocol: HTTP, targetPort: 443 }';
const raw = '{ number: 443, name: tcp, protocol: TCP }';
const to = 'route: [{ destination: { host: partner.example, port: { number: 443 } } }]';
const simple = 'tls: { mode: SIMPLE, caCertificates: /ca.pem }';

export const doubleTls: CheckCases = {
  code: 'LAB089',
  broken: {
    'TLS to a port that is declared as HTTPS': entry(https) + rule(simple),
    'mutual TLS to a port that is declared as TLS':
      entry('{ number: 8443, name: tls, protocol: TLS }') +
      rule('tls: { mode: MUTUAL, clientCertificate: /a, privateKey: /b, caCertificates: /c }'),
    'TLS for the one port of several':
      entry(`${http}, ${https}`) + rule(`portLevelSettings: [{ port: { number: 443 }, ${simple} }]`),
    'callers who speak TLS to a port of TCP': entry(raw) + rule(simple) + caller('https://partner.example/'),
    'a rule for TLS, which hands it on':
      entry(raw) + rule(simple) + route(`tls: [{ match: [{ port: 443, sniHosts: [partner.example] }], ${to} }]`),
    'a Service whose port is called https': `
apiVersion: v1
kind: Service
metadata: { name: vault, namespace: shop }
spec: { selector: { app: vault }, ports: [{ name: https, port: 443 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: vault, namespace: shop }
spec: { host: vault, trafficPolicy: { ${simple} } }
`,
  },
  clean: {
    'TLS to a port that callers speak HTTP to': entry(http) + rule(simple),
    'a rule of HTTP that leads to the port of TLS':
      entry(`{ number: 80, name: http, protocol: HTTP }, ${https}`) +
      rule(`portLevelSettings: [{ port: { number: 443 }, ${simple} }]`) +
      route(`http: [{ match: [{ port: 80 }], ${to} }]`),
    'a caller who speaks HTTP to the port of TLS': entry(https) + rule(simple) + caller('http://partner.example:443/'),
    'no TLS for the port of TLS':
      entry(`${http}, ${https}`) +
      rule(`${simple}, portLevelSettings: [{ port: { number: 443 }, tls: { mode: DISABLE } }]`),
    'TLS to a port of TCP, which nobody says to be TLS': entry(raw) + rule(simple),
    'TLS of the mesh': entry(https) + rule('tls: { mode: ISTIO_MUTUAL }'),
    'TLS for a subset that nobody asks for':
      entry(https) +
      rule('connectionPool: {}', `, subsets: [{ name: a, labels: { a: b }, trafficPolicy: { ${simple} } }]`),
  },
};
