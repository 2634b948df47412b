import type { FieldPath } from '../../manifest/manifest';
import type { Inventory } from '../../inventory/inventory';
import type { DestinationRule, TrafficPolicy } from '../../views/destination-rule';

/** One traffic policy of a DestinationRule, wherever it stands. */
export interface PlacedPolicy {
  readonly rule: DestinationRule;
  readonly policy: Omit<TrafficPolicy, 'portLevelSettings'>;
  readonly path: FieldPath;
  /** Of the Service; nothing for all of them. */
  readonly port?: number | undefined;
  /** Ports with a policy of their own, of which nothing here counts. */
  readonly otherPorts: readonly (number | undefined)[];
  /** The place in the rule's subsets; nothing for all of them. */
  readonly subset?: number | undefined;
}

/** The policies of a rule: for everything, for single ports, and both for single subsets. */
function* policiesOf(rule: DestinationRule): Generator<PlacedPolicy> {
  const { trafficPolicy, subsets } = rule.spec;
  yield* placed(rule, trafficPolicy, ['spec', 'trafficPolicy'], undefined);
  for (const [index, subset] of subsets.entries()) {
    yield* placed(rule, subset.trafficPolicy, ['spec', 'subsets', index, 'trafficPolicy'], index);
  }
}

/** The policies of all rules. */
export function allPolicies({ destinationRules }: Inventory): PlacedPolicy[] {
  return destinationRules.flatMap((rule) => [...policiesOf(rule)]);
}

function* placed(
  rule: DestinationRule,
  policy: TrafficPolicy | undefined,
  path: FieldPath,
  subset: number | undefined,
): Generator<PlacedPolicy> {
  if (policy === undefined) {
    return;
  }
  const otherPorts = policy.portLevelSettings.map((settings) => settings.port?.number);
  yield { rule, policy, path, subset, otherPorts };
  for (const [index, settings] of policy.portLevelSettings.entries()) {
    const port = settings.port?.number;
    yield { rule, policy: settings, path: [...path, 'portLevelSettings', index], subset, port, otherPorts: [] };
  }
}
