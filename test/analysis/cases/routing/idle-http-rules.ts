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
  },
  clean: {
    'a port that speaks HTTP': route('{ name: http-api, port: 80 }'),
    'a port of which nobody says what it speaks': route('{ name: api, port: 80 }'),
    'one port of HTTP beside one of tcp': route('{ name: tcp-db, port: 5432 }, { name: http, port: 80 }'),
    'a gateway, which reads HTTP itself': route('{ name: tcp-db, port: 80 }', 'edge'),
    'a Service without ports': route(''),
    'a host that is no Service': route('{ name: tcp, port: 80 }').replace('hosts: [db]', 'hosts: [db.example]'),
  },
};
