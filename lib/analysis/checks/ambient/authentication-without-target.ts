import type { Check } from '../check';
import { withoutTarget } from './policies';

export const authenticationWithoutTarget: Check = {
  code: 'KIA1115',
  level: 'warning',
  title: 'Rules about tokens are bound to what a waypoint serves',
  reason: 'Waypoints ignore policies with a selector or without a target, and ztunnel reads no tokens.',
  remedy: "bind it with `targetRefs` to a Service, or to the waypoint's Gateway",
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/',
  find: (inventory) =>
    withoutTarget(inventory, inventory.requestAuthentications, () => 'waypoints ignore it, so nobody looks at tokens'),
};
