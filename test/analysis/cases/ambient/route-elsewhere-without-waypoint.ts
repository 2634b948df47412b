import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, only } from '../../mutation';
import { ambient, enrolled, sidecars } from './inputs';

export const routeElsewhereWithoutWaypoint: CheckCases = {
  code: 'KIA1109',
  mutations: {
    'a copy for a host outside, in a namespace without a waypoint': only(
      'records',
      addFrom('VirtualService', (original) =>
        copyOf(original, 'copy', { 'metadata.namespace': 'clinic-store', 'spec.hosts.0': 'pay.example' }),
      ),
    ),
  },
  broken: {
    'a host outside, and no waypoint': `${ambient}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [pay.example], http: [{ timeout: 5s, route: [{ destination: { host: pay.example } }] }] }
`,
  },
  clean: {
    'a Service, which is another finding': `${ambient}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [web], http: [{ timeout: 5s, route: [{ destination: { host: web } }] }] }
`,
    'a waypoint of the namespace': `${enrolled}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [pay.example], http: [{ timeout: 5s, route: [{ destination: { host: pay.example } }] }] }
`,
    'a waypoint of the ServiceEntry': `${ambient}
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: a, labels: { istio.io/use-waypoint: waypoint } }
spec: { hosts: [pay.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [pay.example], http: [{ timeout: 5s, route: [{ destination: { host: pay.example } }] }] }
`,
    'callers with sidecars': `${sidecars}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [pay.example], http: [{ timeout: 5s, route: [{ destination: { host: pay.example } }] }] }
`,
  },
};
