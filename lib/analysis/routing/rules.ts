import type { Inventory } from '../inventory/inventory';
import type { HttpMatch, HttpRoute, VirtualService } from '../views/virtual-service';
import { delegatedRules } from './delegates';
import type { PlacedRule, RulePlace } from './rule-fields';
import { asksNothing, type Circumstances, type Holding, holdingMatch } from './http-match';

/** A VirtualService, and where its rules stand if it is made of other objects. */
export interface RouteSource extends VirtualService {
  readonly places?: readonly RulePlace[];
}

/**
 * The rules of a VirtualService in the order in which a proxy tries them: up to the first that
 * takes everything, with those of delegates in the place of the rule that delegates to them.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate
 */
export function rulesOf(inventory: Inventory, route: RouteSource): readonly PlacedRule[] {
  const known = ofRoute.get(route);
  if (known?.inventory === inventory) {
    return known.rules;
  }
  const rules = readRules(inventory, route);
  ofRoute.set(route, { inventory, rules });
  return rules;
}

/** As the last inventory that was asked has them: a table of requests asks for the same rules over and over. */
const ofRoute = new WeakMap<RouteSource, { readonly inventory: Inventory; readonly rules: readonly PlacedRule[] }>();

function readRules(inventory: Inventory, route: RouteSource): readonly PlacedRule[] {
  const rules = writtenRules(route).flatMap((placed): PlacedRule[] => {
    const { delegate } = placed.rule;
    return delegate === undefined ? [placed] : delegatedRules(inventory, placed, delegate);
  });
  const last = rules.findIndex(({ rule }) => takesEverything(rule));
  return last === -1 ? rules : rules.slice(0, last + 1);
}

/** The rules of one route as they are written, each where it stands. */
export function writtenRules(route: RouteSource): PlacedRule[] {
  return route.spec.http.map((rule, index) => ({ ...placeIn(route, 'http', index), rule }));
}

/** Where a rule of a route stands: what is made of other objects says so itself. */
export function placeIn({ manifest, places }: RouteSource, protocol: string, index: number): RulePlace {
  return places?.[index] ?? { manifest, path: ['spec', protocol, index] };
}

/**
 * Rules of several VirtualServices of one host, by match: what asks nothing of a request comes last.
 * @param isFor whether a gateway gets a match of a namespace at all
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go SortVHostRoutes
 */
export function mergedRules(
  rules: readonly PlacedRule[],
  isFor: (match: HttpMatch, namespace: string) => boolean,
): PlacedRule[] {
  const single = rules.flatMap((placed): PlacedRule[] => {
    const { rule, manifest } = placed;
    const matches = rule.match.filter((match) => isFor(match, manifest.namespace));
    return rule.match.length === 0
      ? [placed]
      : matches.map((match) => ({ ...placed, rule: { ...rule, match: [match] } }));
  });
  const isCatchAll = ({ rule }: PlacedRule): boolean => rule.match.every(asksNothing);
  return [...single.filter((one) => !isCatchAll(one)), ...single.filter(isCatchAll)];
}

/** The first rule with a match that holds, and that match. */
export function firstHolding(
  rules: readonly PlacedRule[],
  circumstancesOf: (namespace: string) => Circumstances,
): (Holding & { readonly placed: PlacedRule }) | undefined {
  for (const placed of rules) {
    const holding = holdingMatch(placed.rule, circumstancesOf(placed.manifest.namespace));
    if (holding !== undefined) {
      return { placed, ...holding };
    }
  }
  return undefined;
}

/** A table of requests asks it of every rule for every request. */
const everything = new WeakMap<HttpRoute, boolean>();

/** No condition at all, or one that every path keeps. */
function takesEverything(rule: HttpRoute): boolean {
  const found = everything.get(rule) ?? (rule.match.length === 0 || rule.match.some(isUnconditional));
  everything.set(rule, found);
  return found;
}

function isUnconditional(match: HttpMatch): boolean {
  const { port, sourceNamespace, sourceLabels, gateways } = match;
  const isForAll = port === undefined && sourceNamespace === undefined && gateways.length === 0;
  return isForAll && Object.keys(sourceLabels).length === 0 && asksNothing(match);
}
