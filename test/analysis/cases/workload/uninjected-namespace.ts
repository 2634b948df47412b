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
  broken: {
    'a namespace with mutual TLS': pod('team: shop', '', '') + policy,
    'a namespace with subsets': `${pod('team: shop', '', '')}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }
`,
  },
  clean: {
    'a namespace with its label': pod('istio-injection: enabled', '', '') + policy,
    'a namespace that stays outside on purpose': pod('istio-injection: disabled', '', '') + policy,
    'a namespace that needs no label': `${pod('team: shop', '', '')}${policy}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio-sidecar-injector, namespace: istio-system }
data: { values: '{ "sidecarInjectorWebhook": { "enableNamespacesByDefault": true } }' }
`,
    'a namespace that a gateway has routes to': `${pod('team: shop', '', '')}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [shop.example], gateways: [edge/public], http: [{ route: [{ destination: { host: web } }] }] }
`,
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
