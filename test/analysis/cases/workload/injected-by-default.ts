import type { CheckCases } from '../../check-cases';

function namespace(labels: string, values: string, name = 'shop'): string {
  return `
apiVersion: v1
kind: Namespace
metadata: { name: ${name}, labels: { ${labels} } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio-sidecar-injector, namespace: istio-system }
data: { values: '${values}' }
`;
}

const byDefault = '{ "sidecarInjectorWebhook": { "enableNamespacesByDefault": true } }';

export const injectedByDefault: CheckCases = {
  code: 'IST0148',
  broken: { 'a namespace without a label': namespace('team: shop', byDefault) },
  clean: {
    'a namespace that asks': namespace('istio-injection: enabled', byDefault),
    'a namespace that refuses': namespace('istio-injection: disabled', byDefault),
    'the namespace of Istio': namespace('', byDefault, 'istio-system'),
    'an injector that waits for labels': namespace('', byDefault.replace('true', 'false')),
    'an injector whose values nobody can read': namespace('', '{ "sidecarInjectorWebhook": '),
  },
};
