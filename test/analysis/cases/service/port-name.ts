import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { meshed } from './meshed';

export const portName: CheckCases = {
  code: 'KIA0601',
  example: { broken: 'an unnamed port in a namespace that the files do not show' },
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'a port of another name': change('Service', 'spec.ports', [{ name: 'web', port: 80 }]),
      'a port without a name': change('Service', 'spec.ports', [{ port: 80, appProtocol: null }]),
      'a prefix without a dash': change('Service', 'spec.ports', [{ name: 'httpweb', port: 80 }]),
    },
  ),
  broken: {
    'a port that is called like one of the proxy': meshed(' [{ name: status-port, port: 8021, targetPort: 8021 }]'),
    'an unnamed port in a namespace that the files do not show': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: plain }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
  },
  clean: {
    'an unnamed port without pods of its own': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: plain }
spec: { ports: [{ port: 80 }] }
`,
    'an unnamed port outside the mesh': `
apiVersion: v1
kind: Namespace
metadata: { name: plain }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: plain }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: plain }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web }] } } }
`,
    'an unnamed port of a namespace that is never injected': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: kube-public }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`,
    'ports of the proxy itself': meshed(`
    - { name: status-port, port: 15021 }
    - { name: status, port: 8021, targetPort: 15021 }
    - { name: metrics, port: 15090, targetPort: 15090 }`),
    'ports whose protocol is said otherwise': meshed(`
    - { name: web, port: 80, appProtocol: http }
    - { name: dns, port: 5353, protocol: UDP }
    - { name: db, port: 3306 }
    - { name: grpc-web-x, port: 81 }`),
  },
};
