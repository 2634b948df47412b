import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const unknownExport: CheckCases = {
  code: 'KIA0005',
  mutations: {
    'a route for a namespace that does not exist': change('VirtualService', 'spec.exportTo', ['nowhere']),
    'a rule for a namespace that does not exist': change('DestinationRule', 'spec.exportTo', ['.', 'nowhere']),
    'an entry for a namespace that does not exist': change('ServiceEntry', 'spec.exportTo', ['nowhere']),
    'a Service for a namespace that does not exist': change('Service', 'metadata.annotations', {
      'networking.istio.io/exportTo': '., nowhere',
    }),
  },
  broken: {
    'a route for a namespace that is not there': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  exportTo: [stroe]
  http: [{ timeout: 5s, route: [{ destination: { host: web } }] }]
---
apiVersion: v1
kind: Namespace
metadata: { name: store }
`,
    'a Service for one that is not there': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, annotations: { networking.istio.io/exportTo: 'shop,stroe' } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
`,
  },
  clean: {
    'a route for a namespace that is there': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  exportTo: [store]
  http: [{ timeout: 5s, route: [{ destination: { host: web } }] }]
---
apiVersion: v1
kind: Namespace
metadata: { name: store }
`,
    'words that are no namespaces, and namespaces by another object': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, annotations: { networking.istio.io/exportTo: '~' } }
spec: { ports: [{ port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a, namespace: shop }
spec:
  hosts: [a]
  exportTo: ['.', istio-system, other]
  http: []
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: b, namespace: other }
spec:
  hosts: [b]
  exportTo: ['*']
  http: []
`,
  },
};
