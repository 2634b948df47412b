import type { CheckCases } from '../../check-cases';
import { ambient } from './inputs';
import { policyYaml, withoutWaypointCases } from './policies';

const policy = policyYaml('telemetry.istio.io/v1', 'Telemetry', 'tracing: [{ randomSamplingPercentage: 5 }]');
const common = withoutWaypointCases('KIA1112', policy);

export const telemetryWithoutWaypoint: CheckCases = {
  ...common,
  clean: {
    ...common.clean,
    'telemetry of connections': ambient + policy('', 'metrics: [{ providers: [{ name: prometheus }] }]'),
  },
};
