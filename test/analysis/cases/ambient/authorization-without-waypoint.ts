import type { CheckCases } from '../../check-cases';
import { ambient } from './inputs';
import { ofPods, policyYaml, withoutWaypointCases } from './policies';

const policy = policyYaml(
  'security.istio.io/v1',
  'AuthorizationPolicy',
  'rules: [{ to: [{ operation: { paths: [/admin] } }] }]',
);
const common = withoutWaypointCases('KIA0109', policy);
const ambientPods = ambient
  .replace('{ istio.io/dataplane-mode: ambient }', '{}')
  .replace('app: web } } } }', 'app: web, istio.io/dataplane-mode: ambient } } } }');
const ofConnections = `rules: [{
  from: [{ source: { namespaces: [a], ipBlocks: [10.0.0.0/8] } }],
  to: [{ operation: { ports: ['80'] } }],
  when: [{ key: destination.port, values: ['80'] }] }]`;

export const authorizationWithoutWaypoint: CheckCases = {
  ...common,
  broken: {
    ...common.broken,
    'a condition on a header':
      ambient + policy('', "rules: [{ when: [{ key: 'request.headers[x-user]', values: [me] }] }]"),
    'an action that ztunnel does not have':
      ambient + policy('', 'action: CUSTOM, provider: { name: oauth }, rules: [{}]'),
    'pods of their own in ambient mode': ambientPods + policy(ofPods),
  },
  clean: { ...common.clean, 'rules about connections': ambient + policy('', ofConnections) },
};
