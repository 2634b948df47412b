import type { CheckCases } from '../../check-cases';

const route = (
  port: string,
  { declared = "'*.partner.example'", host = 'www.partner.example', more = '' } = {},
): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: partner, namespace: shop }
spec: { hosts: [${declared}], location: MESH_EXTERNAL, resolution: NONE, ports: [${port}] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: www, namespace: shop }
spec: { hosts: ['${host}'], ${more}http: [{ timeout: 2s, route: [{ destination: { host: '${host}' } }] }] }
`;

const other = '{ number: 9090, name: http, protocol: HTTP }';

export const port80Alone: CheckCases = {
  code: 'LAB092',
  broken: { 'a host that is declared by a wildcard, at another port': route(other) },
  clean: {
    'a wildcard with port 80': route('{ number: 80, name: http, protocol: HTTP }'),
    'a wildcard with port 80 among others': route(`${other}, { number: 80, name: http-80, protocol: HTTP }`),
    'the host by its whole name': route(other, { declared: "'*.partner.example', www.partner.example" }),
    'the wildcard itself': route(other, { host: '*.partner.example' }),
    'a gateway': route(other, { more: 'gateways: [edge], ' }),
    'ports of TLS, which rules of HTTP are not for': route('{ number: 443, name: https, protocol: HTTPS }'),
    'rules for connections': route(other).replace('http: [{ timeout: 2s, route', 'tcp: [{ route'),
  },
};
