import type { CheckCases } from '../../check-cases';
import { change, only } from '../../mutation';
import { enrolled } from './inputs';
import { policyYaml, withoutTargetCases } from './policies';

const policy = policyYaml('telemetry.istio.io/v1', 'Telemetry', 'tracing: [{ randomSamplingPercentage: 5 }]');
const common = withoutTargetCases('KIA1117', policy);

export const telemetryWithoutTarget: CheckCases = {
  ...common,
  mutations: {
    'a selector': only('requests', change('Telemetry', 'spec.selector', { matchLabels: { app: 'reception' } })),
  },
  clean: { ...common.clean, 'a whole namespace, which waypoints read': enrolled + policy('') },
};
