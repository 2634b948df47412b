import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, only } from '../../mutation';
import { enrolled, sidecars } from './inputs';

export const misplacedRoute: CheckCases = {
  code: 'KIA1114',
  mutations: {
    'a copy elsewhere': only(
      'records',
      addFrom('VirtualService', (original) =>
        copyOf(original, 'copy', {
          'metadata.namespace': 'clinic-store',
          'spec.hosts.0': 'records.clinic.svc.cluster.local',
        }),
      ),
    ),
  },
  broken: {
    'a namespace that the waypoint does not read': `${enrolled}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: b }
spec: { hosts: [web.a.svc.cluster.local], http: [{ timeout: 5s, route: [{ destination: { host: web.a.svc.cluster.local } }] }] }
`,
  },
  clean: {
    'the namespace of the Service': `${enrolled}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: a }
spec: { hosts: [web], http: [{ timeout: 5s, route: [{ destination: { host: web } }] }] }
`,
    'the namespace of the waypoint': `${enrolled.replace('waypoint }', 'waypoint, istio.io/use-waypoint-namespace: b }')}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: b }
spec: { hosts: [web.a.svc.cluster.local], http: [{ timeout: 5s, route: [{ destination: { host: web.a.svc.cluster.local } }] }] }
`,
    'a Service with sidecars': `${sidecars}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: b }
spec: { hosts: [web.a.svc.cluster.local], http: [{ timeout: 5s, route: [{ destination: { host: web.a.svc.cluster.local } }] }] }
`,
    'callers with sidecars': `${enrolled}
apiVersion: v1
kind: Pod
metadata: { name: job, namespace: b, labels: { sidecar.istio.io/inject: 'true' } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: b }
spec: { hosts: [web.a.svc.cluster.local], http: [{ timeout: 5s, route: [{ destination: { host: web.a.svc.cluster.local } }] }] }
`,
  },
};
