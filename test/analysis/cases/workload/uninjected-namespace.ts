import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';
import { pod } from './pod';

const policy = `
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
`;

export const uninjectedNamespace: CheckCases = {
  code: 'IST0102',
  mutations: {
    'a namespace that lost its label': (objects) =>
      [...change('Namespace', 'metadata.labels', {})(objects)].filter((variant) =>
        variant.some((one, index) => one !== objects[index] && isRuled(one.name, objects)),
      ),
  },
  clean: {
    'a namespace that stays outside on purpose': pod('istio-injection: disabled', '', '') + policy,
    'a namespace without rules': pod('team: shop', '', ''),
    'pods that decide for themselves': pod('team: shop', '', "labels: { sidecar.istio.io/inject: 'true' }") + policy,
    'an ambient namespace': pod('istio.io/dataplane-mode: ambient', '', '') + policy,
  },
};

function isRuled(namespace: string, objects: Parameters<ReturnType<typeof change>>[0]): boolean {
  const kinds = ['PeerAuthentication', 'AuthorizationPolicy', 'Sidecar'];
  const isIn = (kind: string): boolean => objects.some((one) => one.kind === kind && one.namespace === namespace);
  return isIn('Deployment') && kinds.some(isIn);
}
