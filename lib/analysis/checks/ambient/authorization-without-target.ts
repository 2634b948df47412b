import type { Check } from '../check';
import { httpAuthorizationPolicies } from './http-policies';
import { withoutTarget } from './policies';

/** What ztunnel makes of the rules about requests, by action. */
const consequences: ReadonlyMap<string, string> = new Map([
  ['ALLOW', 'ztunnel leaves out its rules about requests, and refuses what they should let in'],
  ['DENY', 'ztunnel applies it without its conditions on requests, and refuses too much, or nothing'],
]);
const ignored = 'ztunnel does not have its action, and waypoints ignore it';

export const authorizationWithoutTarget: Check = {
  code: 'KIA0110',
  level: 'warning',
  title: 'Rules about requests are bound to what a waypoint serves',
  reason:
    'Waypoints ignore policies with a selector or without a target, which go to ztunnel: it leaves out ALLOW rules about requests, and applies DENY rules without the part about requests.',
  remedy: "bind it with `targetRefs` to a Service, or to the waypoint's Gateway",
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/',
  find: (inventory) =>
    withoutTarget(
      inventory,
      httpAuthorizationPolicies(inventory),
      ({ spec }) => consequences.get(spec.action ?? 'ALLOW') ?? ignored,
    ),
};
