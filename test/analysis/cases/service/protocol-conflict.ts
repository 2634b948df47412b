import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, nothing, inNamespaces, labNamespaces } from '../../mutation';
import { meshed } from './meshed';

export const protocolConflict: CheckCases = {
  code: 'IST0116',
  mutations: inNamespaces([...labNamespaces, 'bookings', 'bank', 'shop'], {
    'a second Service that takes the port for TCP': addFrom('Service', (original) =>
      copyOf(original, 'again', { 'spec.ports.0.appProtocol': 'tcp' }),
    ),
    'a second Service that names the port tcp': addFrom('Service', (original) =>
      copyOf(original, 'again', { 'spec.ports.0.appProtocol': nothing, 'spec.ports.0.name': 'tcp-again' }),
    ),
  }),
  broken: {
    'HTTP and TCP at one port': `${meshed(' [{ name: http, port: 80, targetPort: 8080 }]')}---
apiVersion: v1
kind: Service
metadata: { name: web-again, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: tcp, port: 80, targetPort: 8080 }] }
`,
  },
  clean: {
    'HTTP twice': `${meshed(' [{ name: http, port: 80, targetPort: 8080 }]')}---
apiVersion: v1
kind: Service
metadata: { name: web-again, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
    'TCP and UDP, two numbers for one port, and releases of one service': `${meshed(`
    - { name: http, port: 80, targetPort: http }
    - { name: http-old, port: 8080, targetPort: http }
    - { name: tcp-dns, port: 53 }
    - { name: udp-dns, port: 53, protocol: UDP }`)}
---
apiVersion: v1
kind: Service
metadata: { name: web-canary, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: grpc, port: 9000, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: other }
spec: { selector: { app: web }, ports: [{ name: tcp, port: 80, targetPort: http }] }
`,
  },
};
