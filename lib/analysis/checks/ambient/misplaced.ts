import type { Check } from '../check';
import { misplaced, requestPolicies, requestRoutes } from './hosts';

/**
 * What holds for an ambient Service is where its waypoint looks. Kiali does not count the namespace of the waypoint
 * and the root namespace, which istiod does.
 */
export const misplacedChecks: readonly Check[] = [
  {
    code: 'KIA1114',
    level: 'warning',
    title: 'Every VirtualService for an ambient Service is beside the Service or its waypoint',
    reason: 'A waypoint takes VirtualServices from the namespace of the Service and from its own, and from no other.',
    remedy: 'move the VirtualService to the namespace of the Service',
    link: 'https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/listener_waypoint.go',
    find: (inventory) => misplaced(inventory, requestRoutes(inventory)),
  },
  {
    code: 'KIA0212',
    level: 'warning',
    title: 'Every DestinationRule for an ambient Service is beside the Service or its waypoint',
    reason:
      'A waypoint takes DestinationRules from its own namespace, from that of the Service and from the root namespace.',
    remedy: 'move the DestinationRule to the namespace of the Service',
    link: 'https://github.com/kiali/kiali/blob/master/business/checkers/ambient_policy_checker.go',
    find: (inventory) => misplaced(inventory, requestPolicies(inventory), [inventory.mesh.rootNamespace]),
  },
];
