import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { meshed } from './meshed';

export const selectedPods: CheckCases = {
  code: 'LAB030',
  mutations: inNamespaces(
    [
      ...labNamespaces,
      'clinic',
      'clinic-lab',
      'clinic-store',
      'tickets-gateway',
      'tickets',
      'tickets-archive',
      'bank',
      'shop',
    ],
    { 'a label that no pod has': change('Service', 'spec.selector.*', 'nobody') },
  ),
  broken: {
    'a label that no pod has': meshed(' [{ name: http, port: 80, targetPort: http }]').replace(
      'selector: { app: web }',
      'selector: { app: wbe }',
    ),
  },
  clean: {
    'the labels of its pods': meshed(' [{ name: http, port: 80, targetPort: http }]'),
    'pods that come from elsewhere': `${meshed(' [{ name: http, port: 80 }]')}
---
apiVersion: v1
kind: Service
metadata: { name: broker, namespace: shop }
spec: { selector: { broker.example/cluster: main }, ports: [{ name: tcp, port: 9092 }] }
---
apiVersion: v1
kind: Service
metadata: { name: written, namespace: shop }
spec: { ports: [{ name: tcp, port: 5432 }] }
---
apiVersion: v1
kind: Service
metadata: { name: machine, namespace: shop }
spec: { selector: { app: machine }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: { name: machine, namespace: shop }
spec: { address: 10.0.0.1, labels: { app: machine } }
`,
    'an operator in the namespace': `${meshed(' [{ name: http, port: 80 }]')}
---
apiVersion: db.example/v1
kind: Database
metadata: { name: db, namespace: shop }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { app: db }, ports: [{ name: tcp, port: 5432 }] }
`,
    'a namespace of which the files hold no pods': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: elsewhere }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
`,
  },
};
