import { isDeepStrictEqual } from 'node:util';
import type { DestinationRule } from '../views/destination-rule';
import { type LabelSelector, selects } from '../views/selector';
import type { Labels } from '../manifest/manifest';

/** Rules of one host that count as one: of each thing the first that has it says what it is. */
export interface MergedRules {
  readonly exportTo: readonly string[];
  /** Of the clients that it is for. @default - all that see it */
  readonly selector: LabelSelector | undefined;
  readonly rules: readonly DestinationRule[];
}

/**
 * The rules of one namespace for one host, as istiod puts them together: those for some clients go first, and an older rule
 * takes in what a younger one says that is exported alike, or to more. What is taken in stands for itself only if it is
 * exported to more, or is for other clients.
 * @param rules the oldest first
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/destination_rule.go mergeDestinationRule
 */
export function mergedByExport(rules: readonly DestinationRule[]): readonly MergedRules[] {
  const found: MergedRules[] = [];
  const isSelective = (rule: DestinationRule): boolean => rule.spec.workloadSelector !== undefined;
  for (const rule of [...rules.filter(isSelective), ...rules.filter((one) => !isSelective(one))]) {
    let standsAlone = true;
    const exportTo = exportOf(rule);
    const selector = rule.spec.workloadSelector;
    for (const [index, older] of found.entries()) {
      const isAlike = isDeepStrictEqual(exportTo, older.exportTo);
      const areSelective = selector !== undefined && older.selector !== undefined;
      const areForOthers = areSelective && !isDeepStrictEqual(selector.matchLabels, older.selector.matchLabels);
      if (areForOthers || !(isAlike || takesIn(exportTo, older.exportTo))) {
        standsAlone = true;
      } else {
        standsAlone = !isAlike && (selector === undefined) !== (older.selector === undefined);
        found[index] = { ...older, rules: [...older.rules, rule] };
      }
    }
    if (standsAlone) {
      found.push({ exportTo, selector, rules: [rule] });
    }
  }
  return found;
}

/**
 * The rules that a client goes by: those for it alone, or else the last that are for all.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go DestinationRule
 */
export function rulesFor(labels: Labels, merged: readonly MergedRules[]): readonly DestinationRule[] {
  const own = merged.find(({ selector }) => selector !== undefined && selects(selector, labels));
  return (own ?? merged.findLast(({ selector }) => selector === undefined))?.rules ?? [];
}

/** What is for some clients stays in its namespace. */
function exportOf({ spec: { exportTo, workloadSelector } }: DestinationRule): readonly string[] {
  return workloadSelector === undefined ? [...new Set(exportTo)].sort() : ['.'];
}

function takesIn(exportTo: readonly string[], older: readonly string[]): boolean {
  return older.length > 0 && older.every((one) => exportTo.includes(one));
}
