import type { CheckCases } from '../../check-cases';
import { pod } from './pod';

const gateway = '{ containers: [{ name: istio-proxy, image: auto }] }';
const templates = 'annotations: { inject.istio.io/templates: gateway }';

export const automaticImage: CheckCases = {
  code: 'IST0146',
  broken: {
    'a gateway that says nothing, in a namespace that the files do not show': `
apiVersion: v1
kind: Pod
metadata: { name: edge, namespace: edge }
spec: ${gateway}
`,
    'a gateway in a namespace without injection': pod('team: edge', '', templates, gateway),
    'a gateway in a namespace switched off': pod(
      'istio-injection: disabled',
      '',
      "labels: { sidecar.istio.io/inject: 'true' }",
      gateway,
    ),
    'a gateway that refuses': pod(
      'istio-injection: enabled',
      '',
      "labels: { sidecar.istio.io/inject: 'false' }",
      gateway,
    ),
  },
  clean: {
    'a gateway that asks': pod('', '', `labels: { sidecar.istio.io/inject: 'true' }, ${templates}`, gateway),
    'a gateway of a revision': pod('', '', `labels: { istio.io/rev: canary }, ${templates}`, gateway),
    'a gateway in a namespace with injection': pod('istio-injection: enabled', '', templates, gateway),
  },
};
