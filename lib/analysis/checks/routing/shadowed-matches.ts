import { EarlierMatches } from './earlier-matches';
import { covers } from './match-conditions';
import { type RouteRule, type RuleMatch, rulesOf } from './rule-matches';
import type { VirtualService } from '../../views/virtual-service';

/** A match that never gets a request, because an earlier one takes all that it would take. */
export interface ShadowedMatch {
  readonly rule: RouteRule;
  readonly match: RuleMatch;
  /** The rule of the earlier match; may be the same. */
  readonly by: RouteRule;
}

/** The shadowed matches of each rule that has some. */
export function* shadowedMatches(route: VirtualService): Generator<readonly ShadowedMatch[]> {
  for (const rules of rulesOf(route)) {
    const earlier = new EarlierMatches<{ readonly rule: RouteRule; readonly match: RuleMatch }>();
    for (const rule of rules) {
      const shadowed: ShadowedMatch[] = [];
      for (const match of rule.matches) {
        const by = earlier.find(match.conditions, (one) => isShadowing(one.match, match))?.rule;
        if (by !== undefined) {
          shadowed.push({ rule, match, by });
        } else if (!rule.isDelegated) {
          earlier.add(match.conditions, { rule, match });
        }
      }
      yield shadowed;
    }
  }
}

/** Whether no match of a rule ever gets a request because of earlier rules. */
export function isUnreachable(shadowed: readonly ShadowedMatch[]): boolean {
  const [first] = shadowed;
  return first?.rule.matches.length === shadowed.length && shadowed.every(({ rule, by }) => rule !== by);
}

/** An object that counts at several gateways may have matches for each of them. */
function isShadowing(earlier: RuleMatch, later: RuleMatch): boolean {
  const isEverywhere = earlier.gateways.length === 0;
  const isWhereLater = later.gateways.length > 0 && later.gateways.every((name) => earlier.gateways.includes(name));
  return (isEverywhere || isWhereLater) && covers(earlier.conditions, later.conditions);
}

/** `rule 2`, as the reader counts, and its name if it has one. */
export function ruleName({ index }: RouteRule): string {
  return `rule ${index + 1}`;
}
