import type { Check } from '../check';
import { requestPolicies, unservedElsewhere } from './hosts';

/** For hosts of Services it is KIA0211. */
export const ruleElsewhereWithoutWaypoint: Check = {
  code: 'KIA0210',
  level: 'warning',
  title: 'Every host outside of the mesh with limits for ambient callers has a waypoint',
  reason:
    'ztunnel does not eject hosts or limit requests: calls to hosts outside of the mesh need a waypoint for these.',
  remedy: 'label the ServiceEntry or the namespace `istio.io/use-waypoint: <name of a waypoint>`',
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/#use-a-waypoint-proxy',
  find: (inventory) => unservedElsewhere(inventory, requestPolicies(inventory)),
};
