import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, only } from '../../mutation';
import { enrolled, sidecars } from './inputs';

export const misplacedRule: CheckCases = {
  code: 'KIA0212',
  mutations: {
    'a copy elsewhere': only(
      'records',
      addFrom('DestinationRule', (original) =>
        copyOf(original, 'copy', {
          'metadata.namespace': 'clinic-store',
          'spec.host': 'records.clinic.svc.cluster.local',
        }),
      ),
    ),
  },
  broken: {
    'a namespace that the waypoint does not read': `${enrolled}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: b }
spec: { host: web.a.svc.cluster.local, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
  },
  clean: {
    'the namespace of the Service': `${enrolled}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: web, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'the namespace of the waypoint': `${enrolled.replace('waypoint }', 'waypoint, istio.io/use-waypoint-namespace: b }')}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: b }
spec: { host: web.a.svc.cluster.local, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'a Service with sidecars': `${sidecars}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: b }
spec: { host: web.a.svc.cluster.local, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'callers with sidecars': `${enrolled}
apiVersion: v1
kind: Pod
metadata: { name: job, namespace: b, labels: { sidecar.istio.io/inject: 'true' } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: b }
spec: { host: web.a.svc.cluster.local, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'the root namespace': `${enrolled}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: istio-system }
spec: { host: web.a.svc.cluster.local, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
  },
};
