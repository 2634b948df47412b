import type { Inventory } from '../../inventory/inventory';
import { wasmPlugin } from '../../views/wasm-plugin';
import type { Telemetry } from '../../views/telemetry';
import type { Check } from '../check';
import { httpAuthorizationPolicies, httpTelemetries } from './http-policies';
import { withoutTarget } from './policies';

/** What ztunnel makes of the rules about requests, by action. */
const consequences: ReadonlyMap<string, string> = new Map([
  ['ALLOW', 'ztunnel leaves out its rules about requests, and refuses what they should let in'],
  ['DENY', 'ztunnel applies it without its conditions on requests, and refuses too much, or nothing'],
]);
const ignored = 'ztunnel does not have its action, and waypoints ignore it';

/** Kiali finds this in Telemetry of a whole namespace as well, which waypoints do read. */
function selectiveTelemetries(inventory: Inventory): readonly Telemetry[] {
  return httpTelemetries(inventory).filter(({ spec }) => Object.keys(spec.selector?.matchLabels ?? {}).length > 0);
}

const needs: readonly Pick<Check, 'code' | 'title' | 'reason' | 'find'>[] = [
  {
    code: 'KIA0110',
    title: 'Rules about requests are bound to what a waypoint serves',
    reason:
      'Waypoints ignore policies with a selector or without a target, which go to ztunnel: it leaves out ALLOW rules about requests, and applies DENY rules without the part about requests.',
    find: (inventory) =>
      withoutTarget(
        inventory,
        httpAuthorizationPolicies(inventory),
        ({ spec }) => consequences.get(spec.action ?? 'ALLOW') ?? ignored,
      ),
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
