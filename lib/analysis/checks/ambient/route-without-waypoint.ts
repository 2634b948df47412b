import type { Check } from '../check';
import { requestRoutes, unserved } from './hosts';
import { boundRoutes } from './bound-routes';

/** Kiali looks at VirtualServices alone; routes of the Gateway API that are bound to a Service are the same. */
export const routeWithoutWaypoint: Check = {
  code: 'KIA1113',
  level: 'warning',
  title: 'Every ambient Service with routes of requests has a waypoint',
  reason: 'ztunnel passes connections on: matches, splits, retries and timeouts need a waypoint before the Service.',
  remedy: 'label the namespace or the Service `istio.io/use-waypoint: <name of a waypoint>`',
  link: 'https://istio.io/latest/docs/ambient/usage/l7-features/',
  find: (inventory) => unserved(inventory, [...requestRoutes(inventory), ...boundRoutes(inventory)]),
};
