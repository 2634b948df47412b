import type { Check } from '../check';
import { withoutWaypoint } from './policies';

export const authenticationWithoutWaypoint: Check = {
  code: 'KIA1110',
  level: 'warning',
  title: 'Every ambient workload with rules about tokens has a waypoint',
  reason: 'Tokens are in requests, which ztunnel does not read: without a waypoint nobody looks at them.',
  remedy: 'label the namespace or the Service `istio.io/use-waypoint: <name of a waypoint>`',
  link: 'https://istio.io/latest/docs/ambient/usage/l7-features/',
  find: (inventory) => withoutWaypoint(inventory, inventory.requestAuthentications),
};
