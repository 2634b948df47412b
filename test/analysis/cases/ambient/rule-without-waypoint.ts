import type { CheckCases } from '../../check-cases';
import { ambient, enrolled, optingOut, sidecars, withoutWaypoint } from './inputs';

export const ruleWithoutWaypoint: CheckCases = {
  code: 'KIA0211',
  mutations: {
    'a namespace without its waypoint': withoutWaypoint('clinic'),
    'a Service that goes without it': optingOut('records'),
  },
  broken: {
    'a hash of a header': `${ambient}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: web, trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: x-user } } } }
`,
    'limits of a port': `${ambient}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: web.a.svc.cluster.local, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, connectionPool: { http: { http2MaxRequests: 5 } } }] } }
`,
    'ejection in a subset': `${ambient}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: web, subsets: [{ name: v1, trafficPolicy: { outlierDetection: {} } }] }
`,
  },
  clean: {
    'a waypoint': `${enrolled}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: web, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    sidecars: `${sidecars}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: web, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'limits of connections': `${ambient}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: web, trafficPolicy: { connectionPool: { tcp: { maxConnections: 5 } }, loadBalancer: { simple: ROUND_ROBIN } } }
`,
  },
};
