import type { CheckCases } from '../../check-cases';
import { route, rule } from './host-rules';
import { ambient, enrolled, optingOut, sidecars, withoutWaypoint } from './inputs';

const boundRoute = `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: a }
spec: { parentRefs: [{ group: '', kind: Service, name: web, port: 80 }], rules: [{ timeouts: { request: 5s } }] }
`;

const routeOfConnections = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [web], tcp: [{ route: [{ destination: { host: web } }] }] }
`;

const limitsOfConnections =
  'trafficPolicy: { connectionPool: { tcp: { maxConnections: 5 } }, loadBalancer: { simple: ROUND_ROBIN } }';

/** What routes and limits of a Service need a waypoint for. */
export const unservedCases: readonly CheckCases[] = [
  {
    code: 'KIA1113',
    mutations: {
      'a namespace without its waypoint': withoutWaypoint('clinic'),
      'a namespace without its waypoint, and a route of the Gateway API': withoutWaypoint('clinic-lab'),
      'a Service that goes without it': optingOut('records'),
    },
    broken: {
      'a route of the mesh': ambient + route('web'),
      'a route of the Gateway API': ambient + boundRoute,
    },
    clean: {
      'a waypoint': enrolled + route('web'),
      sidecars: `${sidecars}${route('web')}---${boundRoute}`,
      'routes of a gateway alone': ambient + route('web', 'a', 'gateways: [edge], '),
      'routes of connections': ambient + routeOfConnections,
    },
  },
  {
    code: 'KIA0211',
    mutations: {
      'a namespace without its waypoint': withoutWaypoint('clinic'),
      'a Service that goes without it': optingOut('records'),
    },
    broken: {
      'a hash of a header':
        ambient + rule('web', 'a', 'trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: x-user } } }'),
      'limits of a port':
        ambient +
        rule(
          'web.a.svc.cluster.local',
          'a',
          'trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, connectionPool: { http: { http2MaxRequests: 5 } } }] }',
        ),
      'ejection in a subset':
        ambient + rule('web', 'a', 'subsets: [{ name: v1, trafficPolicy: { outlierDetection: {} } }]'),
    },
    clean: {
      'a waypoint': enrolled + rule('web'),
      sidecars: sidecars + rule('web'),
      'limits of connections': ambient + rule('web', 'a', limitsOfConnections),
    },
  },
];
