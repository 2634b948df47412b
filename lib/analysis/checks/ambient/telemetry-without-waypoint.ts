import type { Check } from '../check';
import { httpTelemetries } from './http-policies';
import { withoutWaypoint } from './policies';

export const telemetryWithoutWaypoint: Check = {
  code: 'KIA1112',
  level: 'warning',
  title: 'Every ambient workload with telemetry of requests has a waypoint',
  reason:
    'Traces, access logs and metrics of requests come from a waypoint; ztunnel reports connections, in its own way.',
  remedy: 'label the namespace or the Service `istio.io/use-waypoint: <name of a waypoint>`',
  link: 'https://istio.io/latest/docs/ambient/usage/l7-features/',
  find: (inventory) => withoutWaypoint(inventory, httpTelemetries(inventory)),
};
