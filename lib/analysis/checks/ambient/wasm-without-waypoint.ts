import { wasmPlugin } from '../../views/wasm-plugin';
import type { Check } from '../check';
import { withoutWaypoint } from './policies';

export const wasmWithoutWaypoint: Check = {
  code: 'KIA1111',
  level: 'warning',
  title: 'Every ambient workload with a Wasm plugin has a waypoint',
  reason: 'Plugins run in Envoy: ztunnel has no place for them.',
  remedy: 'label the namespace or the Service `istio.io/use-waypoint: <name of a waypoint>`',
  link: 'https://istio.io/latest/docs/ambient/usage/l7-features/',
  find: (inventory) => withoutWaypoint(inventory, inventory.views(wasmPlugin)),
};
