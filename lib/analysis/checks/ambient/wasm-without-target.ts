import { wasmPlugin } from '../../views/wasm-plugin';
import type { Check } from '../check';
import { withoutTarget } from './policies';

export const wasmWithoutTarget: Check = {
  code: 'KIA1116',
  level: 'warning',
  title: 'Wasm plugins are bound to what a waypoint serves',
  reason: 'Waypoints ignore plugins with a selector or without a target, and ztunnel runs none.',
  remedy: "bind it with `targetRefs` to a Service, or to the waypoint's Gateway",
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/',
  find: (inventory) =>
    withoutTarget(inventory, inventory.views(wasmPlugin), () => 'waypoints ignore it, so it runs nowhere'),
};
