import type { Check } from '../check';
import { requestPolicies, unserved } from './hosts';

export const ruleWithoutWaypoint: Check = {
  code: 'KIA0211',
  level: 'warning',
  title: 'Every ambient Service with limits or ejection has a waypoint',
  reason:
    'ztunnel does not eject pods, limit requests or balance by header: a DestinationRule needs a waypoint for these.',
  remedy: 'label the namespace or the Service `istio.io/use-waypoint: <name of a waypoint>`',
  link: 'https://istio.io/latest/docs/ambient/usage/l7-features/',
  find: (inventory) => unserved(inventory, requestPolicies(inventory)),
};
