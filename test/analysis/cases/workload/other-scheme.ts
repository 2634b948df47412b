import type { CheckCases } from '../../check-cases';

const call = (address: string, port: string, more = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [${port}] }
---
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop, labels: { app: api, sidecar.istio.io/inject: 'true' } }
spec: { containers: [{ name: api, image: 'registry.example/api:1.0.0' }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { sidecar.istio.io/inject: 'true' }${more} }
spec: { containers: [{ name: web, image: 'registry.example/web:1.0.0', env: [{ name: API, value: '${address}' }] }] }
---`;

const partner = (protocol: string): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: partner, namespace: shop }
spec:
  { hosts: [partner.example], resolution: DNS, ports: [{ number: 443, name: p, protocol: ${protocol} }] }
---`;

const originated = `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec: { host: api, trafficPolicy: { tls: { mode: SIMPLE, caCertificates: /ca.pem } } }
`;

const http = '{ name: http, port: 80 }';
const https = '{ name: https, port: 443 }';

export const otherScheme: CheckCases = {
  code: 'LAB090',
  broken: {
    'TLS to a port of HTTP': call('https://api:80/', http),
    'HTTP to a port of HTTPS': call('http://api:443/', https),
    'TLS to a port that appProtocol declares': call(
      'wss://api:8443/',
      '{ name: https, appProtocol: http, port: 8443 }',
    ),
    'TLS to a port of HTTP outside of the cluster': call('https://partner.example/', http) + partner('HTTP'),
  },
  clean: {
    'HTTP to a port of HTTP': call('http://api/', http),
    'TLS to a port of HTTPS': call('https://api/', https),
    'TLS to a port of which nobody says what it speaks': call('https://api:8443/', '{ name: api, port: 8443 }'),
    'TLS to a port of bytes': call('https://api:8443/', '{ name: tcp-api, port: 8443 }'),
    'a database at a port of TLS': call('postgres://api:5432/', '{ name: tls-db, port: 5432 }'),
    'an address without a scheme': call('api:443', https),
    'a port that nobody knows': call('redis://api', http),
    'HTTP to a port of HTTPS, for which a rule adds TLS': call('http://api:443/', https) + originated,
    'a caller without a sidecar': call('https://api:80/', http).replaceAll("'true'", "'false'"),
    'a port that the sidecar does not have': call(
      'https://api:80/',
      http,
      ", annotations: { traffic.sidecar.istio.io/excludeOutboundPorts: '80' }",
    ),
  },
};
