import type { Check } from '../check';
import { misplaced, requestRoutes } from './hosts';

/** Kiali does not count the namespace of the waypoint, which istiod does. */
export const misplacedRoute: Check = {
  code: 'KIA1114',
  level: 'warning',
  title: 'Every VirtualService for an ambient Service is beside the Service or its waypoint',
  reason: 'A waypoint takes VirtualServices from the namespace of the Service and from its own, and from no other.',
  remedy: 'move the VirtualService to the namespace of the Service',
  link: 'https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/listener_waypoint.go',
  find: (inventory) => misplaced(inventory, requestRoutes(inventory)),
};
