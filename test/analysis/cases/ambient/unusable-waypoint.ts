import type { CheckCases } from '../../check-cases';
import { change, nothing, only, remove } from '../../mutation';
import { ambient, edge, enrolled } from './inputs';

const gateway = 'Gateway.gateway.networking.k8s.io';
const useWaypoint = ['metadata', 'labels', 'istio.io/use-waypoint'];

export const unusableWaypoint: CheckCases = {
  code: 'KIA1313',
  mutations: {
    'a waypoint taken away': only('waypoint', remove(gateway)),
    'a waypoint that is not there': change('Namespace', useWaypoint, () => 'nowhere'),
    'a waypoint of another namespace': change(
      'Namespace',
      ['metadata', 'labels', 'istio.io/use-waypoint-namespace'],
      () => 'clinic-store',
    ),
    'a waypoint for its own namespace alone': only(
      'waypoint',
      change(gateway, 'spec.listeners.*.allowedRoutes', nothing),
    ),
    'a Service with another waypoint': change('Service', useWaypoint, 'nowhere'),
    'pods with a waypoint for Services': only(
      'reception',
      change('Deployment', ['spec', 'template', 'metadata', 'labels', 'istio.io/use-waypoint'], 'waypoint'),
    ),
  },
  broken: {
    'an ingress gateway': `${ambient.replace('ambient }', 'ambient, istio.io/use-waypoint: edge }')}${edge}`,
    'a Service with a waypoint for pods': `${enrolled.replace('name: waypoint,', 'name: waypoint, labels: { istio.io/waypoint-for: workload },')}
apiVersion: v1
kind: Service
metadata: { name: api, namespace: a, labels: { istio.io/use-waypoint: waypoint } }
`,
  },
  clean: {
    'a waypoint of the namespace': enrolled,
    'a waypoint for all traffic': `${enrolled.replace('name: waypoint,', 'name: waypoint, labels: { istio.io/waypoint-for: all },')}
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: a, labels: { istio.io/use-waypoint: waypoint } }
`,
    'ways out': `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: a, labels: { istio.io/use-waypoint: none } }
`,
    'a waypoint for all namespaces': `${enrolled.replace('protocol: HBONE', 'protocol: HBONE, allowedRoutes: { namespaces: { from: All } }')}
apiVersion: v1
kind: Namespace
metadata: { name: b, labels: { istio.io/use-waypoint: waypoint, istio.io/use-waypoint-namespace: a } }
`,
  },
};
