import type { CheckCases } from '../../check-cases';
import { ambient, enrolled, optingOut, sidecars, withoutWaypoint } from './inputs';

export const routeWithoutWaypoint: CheckCases = {
  code: 'KIA1113',
  mutations: {
    'a namespace without its waypoint': withoutWaypoint('clinic'),
    'a namespace without its waypoint, and a route of the Gateway API': withoutWaypoint('clinic-lab'),
    'a Service that goes without it': optingOut('records'),
  },
  broken: {
    'a route of the Gateway API': `${ambient}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: a }
spec: { parentRefs: [{ group: '', kind: Service, name: web, port: 80 }], rules: [{ timeouts: { request: 5s } }] }
`,
  },
  clean: {
    'a waypoint': `${enrolled}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [web], http: [{ timeout: 5s, route: [{ destination: { host: web } }] }] }
`,
    sidecars: `${sidecars}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [web], http: [{ timeout: 5s, route: [{ destination: { host: web } }] }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: a }
spec: { parentRefs: [{ group: '', kind: Service, name: web, port: 80 }], rules: [{ timeouts: { request: 5s } }] }
`,
    'routes of a gateway alone': `${ambient}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [web], gateways: [edge], http: [{ timeout: 5s, route: [{ destination: { host: web } }] }] }
`,
    'routes of connections': `${ambient}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [web], tcp: [{ route: [{ destination: { host: web } }] }] }
`,
  },
};
