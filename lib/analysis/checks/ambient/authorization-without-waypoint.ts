import type { Check } from '../check';
import { httpAuthorizationPolicies } from './http-policies';
import { withoutWaypoint } from './policies';

/** The same fact seen from the workload is KIA1317 of Kiali. Policies of gateways and of sidecars are left alone. */
export const authorizationWithoutWaypoint: Check = {
  code: 'KIA0109',
  aliases: ['KIA1317'],
  level: 'warning',
  title: 'Every ambient workload with rules about requests has a waypoint',
  reason:
    'ztunnel sees connections and no requests: what a policy says of methods, paths or headers is applied by a waypoint or not at all.',
  remedy: 'label the namespace or the Service `istio.io/use-waypoint: <name of a waypoint>`',
  link: 'https://istio.io/latest/docs/ambient/usage/l7-features/',
  find: (inventory) => withoutWaypoint(inventory, httpAuthorizationPolicies(inventory)),
};
