import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const mesh = (ofNamespace: string, ofPod: string): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${ofNamespace} } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web, ${ofPod} } }
spec: { containers: [] }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec: { egress: [{ hosts: ['./*'] }] }
`;

export const ambientScope: CheckCases = {
  code: 'IST0167',
  mutations: {
    'a namespace moved to ambient mode': function* moved(objects) {
      const scoped = new Set(objects.filter(({ kind }) => kind === 'Sidecar').map(({ namespace }) => namespace));
      const rest = objects.filter(({ kind, name }) => kind !== 'Namespace' || scoped.has(name));
      yield* change('Namespace', 'metadata.labels', { 'istio.io/dataplane-mode': 'ambient' })(rest);
    },
  },
  broken: {
    'pods in ambient mode by their own label': mesh('team: shop', 'istio.io/dataplane-mode: ambient'),
    'an ambient namespace without pods yet': mesh('istio.io/dataplane-mode: ambient', '').replace(
      'kind: Pod',
      'kind: Other',
    ),
  },
  clean: {
    'a namespace with sidecars': mesh('istio-injection: enabled', ''),
    'a namespace that asks for both, without pods yet': mesh(
      'istio.io/dataplane-mode: ambient, istio-injection: enabled',
      '',
    ).replace('kind: Pod', 'kind: Other'),
    'pods that stay out of ambient mode': mesh('istio.io/dataplane-mode: ambient', 'istio.io/dataplane-mode: none'),
    'pods with a sidecar in an ambient namespace': mesh(
      'istio.io/dataplane-mode: ambient',
      'sidecar.istio.io/inject: "true"',
    ),
  },
};
