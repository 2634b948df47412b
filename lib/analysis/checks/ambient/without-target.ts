import type { Inventory } from '../../inventory/inventory';
import { wasmPlugin } from '../../views/wasm-plugin';
import type { AuthorizationPolicy } from '../../views/authorization-policy';
import type { Telemetry } from '../../views/telemetry';
import type { Check } from '../check';
import { asksForConnections, httpAuthorizationPolicies, httpTelemetries } from './http-policies';
import { withoutTarget } from './policies';

/**
 * What ztunnel makes of the rules about requests: a rule to deny that asks for nothing else is one that matches nothing.
 * @see https://github.com/istio/ztunnel/blob/release-1.30/src/rbac.rs
 */
function consequenceOf({ spec: { action = 'ALLOW', rules } }: AuthorizationPolicy): string {
  switch (action) {
    case 'ALLOW':
      return 'ztunnel leaves out its rules about requests, and refuses what they should let in';
    case 'DENY':
      return rules.some(asksForConnections)
        ? 'ztunnel applies it without its conditions on requests, and refuses too much'
        : 'ztunnel leaves out its conditions on requests, which are all, and refuses nothing';
    default:
      return 'ztunnel does not have its action, and waypoints ignore it';
  }
}

/** Kiali finds this in Telemetry of a whole namespace as well, which waypoints do read. */
function selectiveTelemetries(inventory: Inventory): readonly Telemetry[] {
  return httpTelemetries(inventory).filter(({ spec }) => Object.keys(spec.selector?.matchLabels ?? {}).length > 0);
}

const needs: readonly Pick<Check, 'code' | 'title' | 'reason' | 'find'>[] = [
  {
    code: 'KIA0110',
    title: 'Rules about requests are bound to what a waypoint serves',
    reason:
      'Waypoints ignore policies with a selector or without a target, which go to ztunnel: it leaves out ALLOW rules about requests, and of DENY rules the part about requests, with which they may lose all.',
    find: (inventory) => withoutTarget(inventory, httpAuthorizationPolicies(inventory), consequenceOf),
  },
  {
    code: 'KIA1115',
    title: 'Rules about tokens are bound to what a waypoint serves',
    reason: 'Waypoints ignore policies with a selector or without a target, and ztunnel reads no tokens.',
    find: (inventory) =>
      withoutTarget(
        inventory,
        inventory.requestAuthentications,
        () => 'waypoints ignore it, so nobody looks at tokens',
      ),
  },
  {
    code: 'KIA1116',
    title: 'Wasm plugins are bound to what a waypoint serves',
    reason: 'Waypoints ignore plugins with a selector or without a target, and ztunnel runs none.',
    find: (inventory) =>
      withoutTarget(inventory, inventory.views(wasmPlugin), () => 'waypoints ignore it, so it runs nowhere'),
  },
  {
    code: 'KIA1117',
    title: 'Telemetry of requests is bound to what a waypoint serves',
    reason:
      'Waypoints ignore Telemetry with a selector. Without one it holds for all of them in its namespace, which is fine.',
    find: (inventory) =>
      withoutTarget(
        inventory,
        selectiveTelemetries(inventory),
        () => 'waypoints ignore what selects pods, so it changes nothing',
      ),
  },
];

/** What only waypoints apply is bound to what they serve. */
export const withoutTargetChecks: readonly Check[] = needs.map((need) => ({
  ...need,
  level: 'warning',
  remedy: "bind it with `targetRefs` to a Service, or to the waypoint's Gateway",
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/',
}));
