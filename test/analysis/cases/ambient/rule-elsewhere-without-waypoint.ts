import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, only } from '../../mutation';
import { ambient, enrolled, sidecars } from './inputs';

export const ruleElsewhereWithoutWaypoint: CheckCases = {
  code: 'KIA0210',
  mutations: {
    'a copy for a host outside, in a namespace without a waypoint': only(
      'records',
      addFrom('DestinationRule', (original) =>
        copyOf(original, 'copy', { 'metadata.namespace': 'clinic-store', 'spec.host': 'pay.example' }),
      ),
    ),
  },
  broken: {
    'a host outside, and no waypoint': `${ambient}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: pay.example, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
  },
  clean: {
    'a Service, which is another finding': `${ambient}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: web, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'a waypoint of the namespace': `${enrolled}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: pay.example, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'a waypoint of the ServiceEntry': `${ambient}
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: a, labels: { istio.io/use-waypoint: waypoint } }
spec: { hosts: [pay.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: pay.example, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
    'callers with sidecars': `${sidecars}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: a }
spec: { host: pay.example, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } }
`,
  },
};
