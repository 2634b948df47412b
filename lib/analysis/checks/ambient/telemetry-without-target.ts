import type { Check } from '../check';
import { httpTelemetries } from './http-policies';
import { withoutTarget } from './policies';

/** Kiali finds this in Telemetry of a whole namespace as well, which waypoints do read. */
export const telemetryWithoutTarget: Check = {
  code: 'KIA1117',
  level: 'warning',
  title: 'Telemetry of requests is bound to what a waypoint serves',
  reason:
    'Waypoints ignore Telemetry with a selector. Without one it holds for all of them in its namespace, which is fine.',
  remedy: "bind it with `targetRefs` to a Service, or to the waypoint's Gateway",
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/',
  find: (inventory) => {
    const selective = httpTelemetries(inventory).filter(
      ({ spec }) => Object.keys(spec.selector?.matchLabels ?? {}).length > 0,
    );
    return withoutTarget(inventory, selective, () => 'waypoints ignore what selects pods, so it changes nothing');
  },
};
