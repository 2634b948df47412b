import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

const pod = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [] }
---
`;

const policy = (kind: string, namespace: string, labels: string): string => `
apiVersion: ${kind === 'Telemetry' ? 'telemetry' : 'security'}.istio.io/v1
kind: ${kind}
metadata: { name: web, namespace: ${namespace} }
spec: { selector: { matchLabels: { ${labels} } } }
---`;

export const idleSelector: CheckCases = {
  code: 'KIA0004',
  mutations: {
    'labels that no pods have': change('AuthorizationPolicy', 'spec.selector.matchLabels.*', 'nobody'),
    'labels that no pods have, in a Sidecar': change('Sidecar', 'spec.workloadSelector.labels.*', 'nobody'),
    'labels that no pods have, in an EnvoyFilter': change('EnvoyFilter', 'spec.workloadSelector.labels.*', 'nobody'),
    'one label too many': change('AuthorizationPolicy', 'spec.selector.matchLabels', { app: 'web', tier: 'none' }),
  },
  broken: {
    'clients that no pods of the namespace are': `${pod}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web.example, workloadSelector: { matchLabels: { app: client } } }
`,
    'labels of another namespace': `${pod}${policy('RequestAuthentication', 'store', 'app: web')}`,
    'a selector for mutual TLS in the root namespace, where it reaches no further': `${pod}${policy('PeerAuthentication', 'istio-system', 'app: web')}`,
    'a selector for telemetry in the root namespace, likewise': `${pod}${policy('Telemetry', 'istio-system', 'app: web')}`,
    'a selector in the root namespace that no pods of any have': `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: istio-system }
spec: { selector: { matchLabels: { app: wbe } }, rules: [{}] }
`,
  },
  clean: {
    'labels of any namespace, from the root namespace': `${pod}${policy('AuthorizationPolicy', 'istio-system', 'app: web')}${policy('RequestAuthentication', 'istio-system', 'app: web')}`,
    'labels of the gateway of the platform': policy('AuthorizationPolicy', 'istio-system', 'istio: ingressgateway'),
    'a selector without labels': policy('AuthorizationPolicy', 'shop', ''),
    'labels of a VM': `${policy('AuthorizationPolicy', 'shop', 'app: vm')}
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: { name: vm, namespace: shop }
spec: { metadata: { labels: { app: vm } }, template: {} }
`,
    'labels of a gateway that Istio makes': `${policy('AuthorizationPolicy', 'shop', 'gateway.networking.k8s.io/gateway-name: edge')}
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { gatewayClassName: istio, listeners: [] }
`,
  },
};
