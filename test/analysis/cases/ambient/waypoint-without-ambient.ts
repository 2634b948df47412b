import type { CheckCases } from '../../check-cases';
import { change, nothing, only } from '../../mutation';
import { enrolled } from './inputs';

export const waypointWithoutAmbient: CheckCases = {
  code: 'KIA1312',
  mutations: {
    'a namespace that is no longer ambient': only(
      'clinic',
      change('Namespace', ['metadata', 'labels', 'istio.io/dataplane-mode'], nothing),
    ),
    'pods with sidecars': only(
      'web',
      change('Deployment', ['spec', 'template', 'metadata', 'labels', 'istio.io/use-waypoint'], 'waypoint'),
    ),
  },
  broken: {
    'a namespace that is not ambient': enrolled.replace('istio.io/dataplane-mode: ambient, ', ''),
  },
  clean: {
    'an ambient namespace': enrolled,
    'a namespace for ServiceEntries': `
apiVersion: v1
kind: Namespace
metadata: { name: a, labels: { istio.io/use-waypoint: waypoint } }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: a }
`,
    'a way out': `
apiVersion: v1
kind: Namespace
metadata: { name: a, labels: { istio.io/use-waypoint: none } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: a, labels: { istio.io/use-waypoint: none } }
`,
    'pods that are ambient by themselves': enrolled
      .replace('istio.io/dataplane-mode: ambient, ', '')
      .replace('{ app: web } } } }', '{ app: web, istio.io/dataplane-mode: ambient } } } }'),
    'pods that say they are not ambient': enrolled
      .replace('istio.io/dataplane-mode: ambient, ', '')
      .replace('{ app: web } } } }', '{ app: web, istio.io/dataplane-mode: none } } } }'),
  },
};
