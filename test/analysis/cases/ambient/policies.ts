import { ambient } from './inputs';

/** A policy that only a waypoint can apply, as YAML: what it is bound to, then what it says. */
export type PolicyYaml = (binding: string, rules?: string) => string;

/** @param rules what the policy says unless a case says otherwise */
function policyYaml(apiVersion: string, kind: string, rules: string): PolicyYaml {
  return (binding, said = rules) => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: web, namespace: a }
spec: { ${binding}${said} }
`;
}

export const authorization = policyYaml(
  'security.istio.io/v1',
  'AuthorizationPolicy',
  'rules: [{ to: [{ operation: { paths: [/admin] } }] }]',
);
export const authentication = policyYaml(
  'security.istio.io/v1',
  'RequestAuthentication',
  'jwtRules: [{ issuer: a.example }]',
);
export const plugin = policyYaml('extensions.istio.io/v1alpha1', 'WasmPlugin', 'url: oci://a.example/plugin');
export const telemetry = policyYaml('telemetry.istio.io/v1', 'Telemetry', 'tracing: [{ randomSamplingPercentage: 5 }]');

export const ofPods = 'selector: { matchLabels: { app: web } }, ';
export const ofService = 'targetRefs: [{ kind: Service, name: web }], ';
export const ofServiceBefore = 'targetRef: { group: core, kind: Service, name: web }, ';
export const ofWaypoint = 'targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: waypoint }], ';
export const ofEdge = 'selector: { matchLabels: { gateway.networking.k8s.io/gateway-name: edge } }, ';

/** Pods that are ambient in a namespace that is not. */
export const ambientPods = ambient
  .replace('{ istio.io/dataplane-mode: ambient }', '{}')
  .replace('app: web } } } }', 'app: web, istio.io/dataplane-mode: ambient } } } }');
