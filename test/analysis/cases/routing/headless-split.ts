import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { extended } from '../extended';

const route = (ways: string, gateways = 'mesh', match = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: store, namespace: shop }
spec: { clusterIP: None, selector: { app: store }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: store, namespace: shop }
spec: { hosts: [store], gateways: [${gateways}], http: [{ ${match} route: [${ways}] }] }
`;
const subset = '{ destination: { host: store, subset: v1 } }';

export const headlessSplit: CheckCases = {
  code: 'LAB067',
  mutations: inNamespaces(labNamespaces, {
    'a Service whose releases share the traffic': change('Service', 'spec', (old) =>
      // The frontend is called by the gateway alone.
      JSON.stringify(old).includes('3000') ? undefined : extended(old, { clusterIP: 'None' }),
    ),
  }),
  broken: {
    'a tenth for another host': `
apiVersion: v1
kind: Service
metadata: { name: store, namespace: shop }
spec: { clusterIP: None, selector: { app: store }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: next, namespace: shop }
spec: { hosts: [store.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: store, namespace: shop }
spec:
  hosts: [store]
  http:
    - route:
        - { destination: { host: store }, weight: 90 }
        - { destination: { host: store.example }, weight: 10 }
`,
    'a subset': route(subset),
    'two destinations': route(
      '{ destination: { host: store }, weight: 90 }, { destination: { host: other }, weight: 10 }',
    ),
  },
  clean: {
    'a tenth of a Service with an address': `
apiVersion: v1
kind: Service
metadata: { name: store, namespace: shop }
spec: { selector: { app: store }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: next, namespace: shop }
spec: { hosts: [store.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: store, namespace: shop }
spec:
  hosts: [store]
  http:
    - route:
        - { destination: { host: store }, weight: 90 }
        - { destination: { host: store.example }, weight: 10 }
`,
    'all pods alike': route('{ destination: { host: store } }'),
    'a gateway, which does choose': route(subset, 'edge'),
    'a rule of a gateway in a route that sidecars use too': route(
      subset,
      'edge, mesh',
      'match: [{ gateways: [edge] }],',
    ),
    'a Service with an address': route(subset).replace('None', '10.96.0.7'),
  },
};
