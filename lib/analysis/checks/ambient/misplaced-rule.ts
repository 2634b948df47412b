import type { Check } from '../check';
import { misplaced, requestPolicies } from './hosts';

/** Kiali does not count the namespace of the waypoint and the root namespace, which istiod does. */
export const misplacedRule: Check = {
  code: 'KIA0212',
  level: 'warning',
  title: 'Every DestinationRule for an ambient Service is beside the Service or its waypoint',
  reason:
    'A waypoint takes DestinationRules from its own namespace, from that of the Service and from the root namespace.',
  remedy: 'move the DestinationRule to the namespace of the Service',
  link: 'https://github.com/kiali/kiali/blob/master/business/checkers/ambient_policy_checker.go',
  find: (inventory) => misplaced(inventory, requestPolicies(inventory), [inventory.mesh.rootNamespace]),
};
