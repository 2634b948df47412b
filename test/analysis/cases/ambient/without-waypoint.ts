import type { CheckCases } from '../../check-cases';
import { ambient, edge, enrolled, optingOut, sidecars, withoutWaypoint } from './inputs';
import {
  ambientPods,
  authentication,
  authorization,
  ofEdge,
  ofPods,
  ofService,
  ofServiceBefore,
  ofWaypoint,
  plugin,
  type PolicyYaml,
  telemetry,
} from './policies';

/** `enrolled` by the label of the Service alone. */
const enrolledService = enrolled
  .replace(', istio.io/use-waypoint: waypoint', '')
  .replace('web, namespace: a', 'web, namespace: a, labels: { istio.io/use-waypoint: waypoint }');

/** `enrolled`, but for the Service, or for the pods. */
function enrolledBut(kind: 'Service' | 'Deployment'): string {
  return kind === 'Service'
    ? enrolled.replace('web, namespace: a', 'web, namespace: a, labels: { istio.io/use-waypoint: none }')
    : enrolled.replace('labels: { app: web } } } }', 'labels: { app: web, istio.io/use-waypoint: none } } } }');
}

const empty = `
apiVersion: v1
kind: Namespace
metadata: { name: a, labels: { istio.io/dataplane-mode: ambient } }
---`;

const ofConnections = `rules: [{
  from: [{ source: { namespaces: [a], ipBlocks: [10.0.0.0/8] } }],
  to: [{ operation: { ports: ['80'] } }],
  when: [{ key: destination.port, values: ['80'] }] }]`;

/** What a kind of policy has beside what all of them have. */
type OwnCases = Partial<Pick<CheckCases, 'broken' | 'clean'>>;

const kinds: readonly (readonly [code: string, policy: PolicyYaml, own: OwnCases])[] = [
  [
    'KIA0109',
    authorization,
    {
      broken: {
        'a condition on a header':
          ambient + authorization('', "rules: [{ when: [{ key: 'request.headers[x-user]', values: [me] }] }]"),
        'an action that ztunnel does not have':
          ambient + authorization('', 'action: CUSTOM, provider: { name: oauth }, rules: [{}]'),
        'pods of their own in ambient mode': ambientPods + authorization(ofPods),
      },
      clean: { 'rules about connections': ambient + authorization('', ofConnections) },
    },
  ],
  ['KIA1110', authentication, {}],
  ['KIA1111', plugin, {}],
  [
    'KIA1112',
    telemetry,
    {
      clean: {
        'telemetry of connections': ambient + telemetry('', 'metrics: [{ providers: [{ name: prometheus }] }]'),
      },
    },
  ],
];

/** What every kind of policy needs a waypoint for. */
export const withoutWaypointCases: readonly CheckCases[] = kinds.map(([code, policy, own]) => ({
  code,
  mutations: {
    'a namespace without its waypoint': withoutWaypoint('clinic'),
    'a Service that goes without it': optingOut('records'),
  },
  broken: {
    'a Service': ambient + policy(ofService),
    'a whole namespace': ambient + policy(''),
    'pods by their labels': ambient + policy(ofPods),
    'a Service by the older field': ambient + policy(ofServiceBefore),
    'a namespace without pods': empty + policy(''),
    'a Service that opts out of the waypoint of its namespace': enrolledBut('Service') + policy(''),
    'a Service that opts out, by its name': enrolledBut('Service') + policy(ofService),
    'pods that opt out of the waypoint of their namespace': enrolledBut('Deployment') + policy(''),
    ...own.broken,
  },
  clean: {
    'a waypoint of the namespace': enrolled + policy(ofService),
    'a waypoint of the Service': enrolledService + policy(''),
    'the waypoint itself': enrolled + policy(ofWaypoint),
    'pods with sidecars': sidecars + policy(''),
    'an ingress gateway by its labels': ambient + edge + policy(ofEdge),
    ...own.clean,
  },
}));
