import type { Mesh } from '../../../lib/model/mesh';
import { rulesOf } from '../../../lib/telemetry/rules/rules';
import { telemetry } from '../../telemetry/meshes';

/** The rule files of a mesh, by name. JSON is YAML too. */
export function ruleFiles(mesh: Mesh): Record<'recording_rules.yml' | 'alerting_rules.yml', string> {
  const { recording, alerting } = rulesOf(telemetry(mesh));
  return { 'recording_rules.yml': JSON.stringify(recording), 'alerting_rules.yml': JSON.stringify(alerting) };
}
