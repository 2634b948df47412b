import type { Check } from '../check';
import { requestRoutes, unservedElsewhere } from './hosts';

/** For hosts of Services it is KIA1113. */
export const routeElsewhereWithoutWaypoint: Check = {
  code: 'KIA1109',
  level: 'warning',
  title: 'Every host outside of the mesh with routes of ambient callers has a waypoint',
  reason: 'ztunnel follows no routes: calls to hosts outside of the mesh need a waypoint before their ServiceEntry.',
  remedy: 'label the ServiceEntry or the namespace `istio.io/use-waypoint: <name of a waypoint>`',
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/#use-a-waypoint-proxy',
  find: (inventory) => unservedElsewhere(inventory, requestRoutes(inventory)),
};
