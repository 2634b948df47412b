import type { CheckCases } from '../../check-cases';
import { change, nothing, only } from '../../mutation';
import { ambient } from './inputs';

const labelsOfPods = ['spec', 'template', 'metadata', 'labels'];
const pod = (metadata: string): string => `${ambient}
apiVersion: v1
kind: Pod
metadata: { name: job, namespace: a, ${metadata} }
`;

export const sidecarInAmbient: CheckCases = {
  code: 'KIA1316',
  mutations: {
    'pods that ask for a sidecar': only(
      'records',
      change('Deployment', [...labelsOfPods, 'sidecar.istio.io/inject'], 'true'),
    ),
    'a sidecar that nobody says is meant': only(
      'billing',
      change('Deployment', [...labelsOfPods, 'istio.io/dataplane-mode'], nothing),
    ),
  },
  broken: {
    'a pod that asks for a sidecar': pod("labels: { sidecar.istio.io/inject: 'true' }"),
  },
  clean: {
    'a gateway that is injected': pod(
      "labels: { sidecar.istio.io/inject: 'true' }, annotations: { inject.istio.io/templates: gateway }",
    ),
    'pods that say they are not ambient': pod(
      "labels: { sidecar.istio.io/inject: 'true', istio.io/dataplane-mode: none }",
    ),
    'pods with both labels, which is another finding': pod(
      "labels: { sidecar.istio.io/inject: 'true', istio.io/dataplane-mode: ambient }",
    ),
  },
};
