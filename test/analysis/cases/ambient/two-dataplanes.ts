import type { CheckCases } from '../../check-cases';
import { change, only } from '../../mutation';
import { ambient } from './inputs';

const labelsOfPods = ['spec', 'template', 'metadata', 'labels'];

export const twoDataplanes: CheckCases = {
  code: 'KIA1311',
  mutations: {
    'an ambient namespace that injects': only(
      'clinic',
      change('Namespace', ['metadata', 'labels', 'istio-injection'], 'enabled'),
    ),
    'an ambient namespace of a revision': only(
      'clinic-lab',
      change('Namespace', ['metadata', 'labels', 'istio.io/rev'], 'stable'),
    ),
    'ambient pods in a namespace that injects': only(
      'web',
      change('Deployment', [...labelsOfPods, 'istio.io/dataplane-mode'], 'ambient'),
    ),
    'pods with both labels': only(
      'billing',
      change('Deployment', [...labelsOfPods, 'istio.io/dataplane-mode'], 'ambient'),
    ),
  },
  broken: {
    'an ambient namespace that injects': ambient.replace('ambient }', 'ambient, istio-injection: enabled }'),
    'pods with both labels': `
apiVersion: v1
kind: Namespace
metadata: { name: a, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: a, labels: { istio.io/dataplane-mode: ambient } }
`,
  },
  example: { broken: 'pods with both labels' },
  clean: {
    'an ambient namespace that says it does not inject': ambient.replace(
      'ambient }',
      'ambient, istio-injection: disabled }',
    ),
    'ambient pods in a namespace that injects, which refuse a sidecar': `
apiVersion: v1
kind: Namespace
metadata: { name: a, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: a, labels: { istio.io/dataplane-mode: ambient, sidecar.istio.io/inject: 'false' } }
`,
  },
};
