import type { CheckCases } from '../../check-cases';
import { change, inNamespaces } from '../../mutation';

const route = (port: string, gateways = 'mesh'): string => `
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { ports: [${port}] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: db, namespace: shop }
spec: { hosts: [db], gateways: [${gateways}], http: [{ timeout: 3s, route: [{ destination: { host: db } }] }] }
`;

const atGateway = (server: string, rules: string, more = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: vault, namespace: shop }
spec: { ports: [{ name: https, port: 443 }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { selector: { istio: ingressgateway }, servers: [${server}] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: vault, namespace: shop }
spec: { hosts: [vault.example], gateways: [edge], ${rules} }
${more}`;

const server = (port: number, protocol: string, tls = ''): string =>
  `{ port: { number: ${port}, name: p-${port}, protocol: ${protocol} }, hosts: [vault.example]${tls} }`;
const through = server(443, 'HTTPS', ', tls: { mode: PASSTHROUGH }');
const to = 'route: [{ destination: { host: vault, port: { number: 443 } } }]';
const ofHttp = `http: [{ ${to} }]`;
const ofTls = `tls: [{ match: [{ port: 443, sniHosts: [vault.example] }], ${to} }]`;
const ofTcp = `tcp: [{ ${to} }]`;

export const idleHttpRules: CheckCases = {
  code: 'LAB066',
  mutations: inNamespaces(['bookings'], {
    'a port declared as tcp': change('Service', 'spec.ports.0', (old) =>
      JSON.stringify(old).includes('8080,') ? { name: 'tcp-api', port: 8080 } : undefined,
    ),
  }),
  broken: {
    'a port that the proxy takes for a database': route('{ name: mysql, port: 3306 }'),
    'a port whose protocol goes before its name': route('{ name: http, appProtocol: tcp, port: 80 }'),
    'a port of TLS, which nobody can look into': route('{ name: https, port: 443 }'),
    'rules of HTTP at a gateway that passes TLS through': atGateway(through, ofHttp),
    'rules of HTTP for the one port of a gateway, and none for the one that passes TLS through': atGateway(
      `${server(80, 'HTTP')}, ${through}`,
      ofHttp,
    ),
    'rules of HTTP at a gateway that sees bytes': atGateway(server(9000, 'TCP'), ofHttp),
    'rules of TLS at a gateway that ends TLS': atGateway(
      server(443, 'HTTPS', ', tls: { mode: SIMPLE, credentialName: vault }'),
      ofTls,
    ),
    'rules of TCP at a gateway that reads HTTP': atGateway(server(80, 'HTTP'), ofTcp),
  },
  clean: {
    'a port that speaks HTTP': route('{ name: http-api, port: 80 }'),
    'a port of which nobody says what it speaks': route('{ name: api, port: 80 }'),
    'one port of HTTP beside one of tcp': route('{ name: tcp-db, port: 5432 }, { name: http, port: 80 }'),
    'a gateway, which reads HTTP itself': route('{ name: tcp-db, port: 80 }', 'edge'),
    'rules of TLS at a gateway that passes TLS through': atGateway(through, ofTls),
    'rules of TCP at a gateway that sees bytes': atGateway(server(9000, 'TCP'), ofTcp),
    'rules of TLS, and a port of HTTP that sends everybody to it': atGateway(
      `${server(80, 'HTTP', ', tls: { httpsRedirect: true }')}, ${through}`,
      ofTls,
    ),
    'rules of TLS, and a port of HTTP that has no answer': atGateway(`${server(80, 'HTTP')}, ${through}`, ofTls),
    'rules of HTTP beside those of TLS of another VirtualService': atGateway(
      `${server(80, 'HTTP')}, ${through}`,
      ofHttp,
      `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: vault-tls, namespace: shop }
spec: { hosts: [vault.example], gateways: [edge], ${ofTls} }
`,
    ),
    'rules of HTTP, and a port of TCP for others': atGateway(`${server(80, 'HTTP')}, ${server(9000, 'TCP')}`, ofHttp),
    'rules of HTTP, and a port that passes TLS through for whatever comes': atGateway(
      `${server(80, 'HTTP')}, ${through.replace('vault.example', "'*'")}`,
      ofHttp,
    ),
    'a gateway that picks the destination by itself': atGateway(
      server(15443, 'TLS', ', tls: { mode: AUTO_PASSTHROUGH }'),
      ofHttp,
    ),
    'a Service without ports': route(''),
    'a host that is no Service': route('{ name: tcp, port: 80 }').replace('hosts: [db]', 'hosts: [db.example]'),
  },
};
