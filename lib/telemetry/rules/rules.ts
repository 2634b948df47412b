import { CallGraph } from '../../model/mesh';
import { expectedShares } from '../expected-shares';
import type { Telemetry } from '../telemetry';
import { errorBudgetAlerts, recordingRules } from './error-budget';
import { gatewayAlerts, memoryAlerts, mutualTlsAlerts } from './platform';
import { canaryAlerts, idleReleaseAlerts } from './releases';
import type { AlertRule, RecordingRule, RuleFile, RuleGroup } from './rule-file';

export interface Rules {
  readonly recording: RuleFile<RecordingRule>;
  readonly alerting: RuleFile<AlertRule>;
}

/** All rules of a mesh. */
export function rulesOf({ mesh, gateway, sidecarMemoryLimit, errorBudget = 0.01 }: Telemetry): Rules {
  const { services } = mesh;
  return {
    recording: { groups: filled([{ name: 'mesh-error-shares', rules: recordingRules(services) }]) },
    alerting: {
      groups: filled([
        { name: 'mesh-error-budget', rules: errorBudgetAlerts(services, errorBudget) },
        {
          name: 'mesh-releases',
          rules: [...canaryAlerts(services, errorBudget), ...idleReleaseAlerts(services, expectedShares(mesh))],
        },
        {
          name: 'mesh-platform',
          rules: [
            ...mutualTlsAlerts(new CallGraph(mesh)),
            ...memoryAlerts(services, sidecarMemoryLimit),
            ...gatewayAlerts(gateway),
          ],
        },
      ]),
    },
  };
}

/** Services of which proxies see only connections have no rules about requests. */
function filled<Rule>(groups: readonly RuleGroup<Rule>[]): RuleGroup<Rule>[] {
  return groups.filter(({ rules }) => rules.length > 0);
}
