import { wasmPlugin } from '../../views/wasm-plugin';
import type { Check } from '../check';
import { boundRoutes } from './bound-routes';
import { requestPolicies, requestRoutes, unserved, unservedElsewhere } from './hosts';
import { httpAuthorizationPolicies, httpTelemetries } from './http-policies';
import { withoutWaypoint } from './policies';

type Need = Pick<Check, 'code' | 'aliases' | 'title' | 'reason' | 'find'>;

/**
 * What only a waypoint can do for ambient workloads. Policies of gateways and of sidecars are left alone, and of
 * routes Kiali looks at VirtualServices alone, while those of the Gateway API that are bound to a Service are the same.
 */
const ofServices: readonly Need[] = [
  {
    code: 'KIA0109',
    // The same fact seen from the workload.
    aliases: ['KIA1317'],
    title: 'Every ambient workload with rules about requests has a waypoint',
    reason:
      'ztunnel sees connections and no requests: what a policy says of methods, paths or headers is applied by a waypoint or not at all.',
    find: (inventory) => withoutWaypoint(inventory, httpAuthorizationPolicies(inventory)),
  },
  {
    code: 'KIA1110',
    title: 'Every ambient workload with rules about tokens has a waypoint',
    reason: 'Tokens are in requests, which ztunnel does not read: without a waypoint nobody looks at them.',
    find: (inventory) => withoutWaypoint(inventory, inventory.requestAuthentications),
  },
  {
    code: 'KIA1111',
    title: 'Every ambient workload with a Wasm plugin has a waypoint',
    reason: 'Plugins run in Envoy: ztunnel has no place for them.',
    find: (inventory) => withoutWaypoint(inventory, inventory.views(wasmPlugin)),
  },
  {
    code: 'KIA1112',
    title: 'Every ambient workload with telemetry of requests has a waypoint',
    reason:
      'Traces, access logs and metrics of requests come from a waypoint; ztunnel reports connections, in its own way.',
    find: (inventory) => withoutWaypoint(inventory, httpTelemetries(inventory)),
  },
  {
    code: 'KIA1113',
    title: 'Every ambient Service with routes of requests has a waypoint',
    reason: 'ztunnel passes connections on: matches, splits, retries and timeouts need a waypoint before the Service.',
    find: (inventory) => unserved(inventory, [...requestRoutes(inventory), ...boundRoutes(inventory)]),
  },
  {
    code: 'KIA0211',
    title: 'Every ambient Service with limits or ejection has a waypoint',
    reason:
      'ztunnel does not eject pods, limit requests or balance by header: a DestinationRule needs a waypoint for these.',
    find: (inventory) => unserved(inventory, requestPolicies(inventory)),
  },
];

/** The same for hosts that are no Services. */
const ofOtherHosts: readonly Need[] = [
  {
    code: 'KIA1109',
    title: 'Every host outside of the mesh with routes of ambient callers has a waypoint',
    reason: 'ztunnel follows no routes: calls to hosts outside of the mesh need a waypoint before their ServiceEntry.',
    find: (inventory) => unservedElsewhere(inventory, requestRoutes(inventory)),
  },
  {
    code: 'KIA0210',
    title: 'Every host outside of the mesh with limits for ambient callers has a waypoint',
    reason:
      'ztunnel does not eject hosts or limit requests: calls to hosts outside of the mesh need a waypoint for these.',
    find: (inventory) => unservedElsewhere(inventory, requestPolicies(inventory)),
  },
];

/** What needs a waypoint has one. */
export const withoutWaypointChecks: readonly Check[] = [
  ...ofServices.map((need) => ({
    ...need,
    level: 'warning' as const,
    remedy: 'label the namespace or the Service `istio.io/use-waypoint: <name of a waypoint>`',
    link: 'https://istio.io/latest/docs/ambient/usage/l7-features/',
  })),
  ...ofOtherHosts.map((need) => ({
    ...need,
    level: 'warning' as const,
    remedy: 'label the ServiceEntry or the namespace `istio.io/use-waypoint: <name of a waypoint>`',
    link: 'https://istio.io/latest/docs/ambient/usage/waypoint/#use-a-waypoint-proxy',
  })),
];
