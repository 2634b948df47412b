import type { CheckCases } from '../../check-cases';
import { ambient, edge, enrolled, optingOut, sidecars, withoutWaypoint } from './inputs';

/** A policy that only a waypoint can apply, as YAML: what it is bound to, then what it says. */
export type PolicyYaml = (binding: string, rules?: string) => string;

/** @param rules what the policy says unless a case says otherwise */
export function policyYaml(apiVersion: string, kind: string, rules: string): PolicyYaml {
  return (binding, said = rules) => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: web, namespace: a }
spec: { ${binding}${said} }
`;
}

export const ofPods = 'selector: { matchLabels: { app: web } }, ';
const ofService = 'targetRefs: [{ kind: Service, name: web }], ';
const ofServiceBefore = 'targetRef: { group: core, kind: Service, name: web }, ';
const ofWaypoint = 'targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: waypoint }], ';
const ofEdge = 'selector: { matchLabels: { gateway.networking.k8s.io/gateway-name: edge } }, ';

/** `enrolled` by the label of the Service alone. */
const enrolledService = enrolled
  .replace(', istio.io/use-waypoint: waypoint', '')
  .replace('web, namespace: a', 'web, namespace: a, labels: { istio.io/use-waypoint: waypoint }');

/** What every kind of policy needs a waypoint for. */
export function withoutWaypointCases(code: string, policy: PolicyYaml): CheckCases {
  return {
    code,
    mutations: {
      'a namespace without its waypoint': withoutWaypoint('clinic'),
      'a Service that goes without it': optingOut('records'),
    },
    broken: {
      'a whole namespace': ambient + policy(''),
      'pods by their labels': ambient + policy(ofPods),
      'a Service by the older field': ambient + policy(ofServiceBefore),
    },
    clean: {
      'a waypoint of the namespace': enrolled + policy(ofService),
      'a waypoint of the Service': enrolledService + policy(''),
      'the waypoint itself': enrolled + policy(ofWaypoint),
      'pods with sidecars': sidecars + policy(''),
      'an ingress gateway by its labels': ambient + edge + policy(ofEdge),
    },
  };
}

/** What waypoints ask every kind of policy for. */
export function withoutTargetCases(code: string, policy: PolicyYaml): CheckCases {
  return {
    code,
    mutations: {},
    broken: { 'pods by their labels': ambient + policy(ofPods) },
    clean: {
      'a Service': enrolled + policy(ofService),
      'pods with sidecars': sidecars + policy(ofPods),
      'an ingress gateway by its labels': enrolled + edge + policy(ofEdge),
    },
  };
}
