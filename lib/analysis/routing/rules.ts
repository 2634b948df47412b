import type { Inventory } from '../inventory/inventory';
import { isVisible } from '../inventory/visibility';
import type { HttpMatch, HttpRoute, VirtualService } from '../views/virtual-service';
import type { RulePlace } from './rule-fields';
import { asksNothing, type Circumstances, holdingMatch } from './http-match';

/** A rule for HTTP and where it stands. */
export interface PlacedRule extends RulePlace {
  readonly rule: HttpRoute;
}

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
export function writtenRules({ manifest, spec, places }: RouteSource): PlacedRule[] {
  return spec.http.map((rule, index) => ({ manifest, path: ['spec', 'http', index], ...places?.[index], rule }));
}

/** Rules of several VirtualServices of one host: those that take everything come last. */
export function mergedRules(rules: readonly PlacedRule[]): PlacedRule[] {
  return [...rules.filter(({ rule }) => !takesEverything(rule)), ...rules.filter(({ rule }) => takesEverything(rule))];
}

/** The first rule with a match that holds. */
export function firstHolding(
  rules: readonly PlacedRule[],
  circumstancesOf: (namespace: string) => Circumstances,
): PlacedRule | undefined {
  return rules.find(({ rule, manifest }) => holdingMatch(rule, circumstancesOf(manifest.namespace)) !== undefined);
}

/** A delegate has no hosts of its own, and sees only what passed the rule that delegates to it. */
function delegatedRules(
  inventory: Inventory,
  { manifest, rule }: PlacedRule,
  { name = '', namespace = manifest.namespace }: NonNullable<HttpRoute['delegate']>,
): PlacedRule[] {
  const delegate = inventory.virtualServiceOf(namespace, name);
  if (delegate === undefined || !isVisible(delegate.spec.exportTo, namespace, manifest.namespace)) {
    return [];
  }
  return delegate.spec.http.map((inner, index) => ({
    manifest: delegate.manifest,
    path: ['spec', 'http', index],
    rule: {
      ...inner,
      match: bothMatch(rule.match, inner.match),
      timeout: inner.timeout ?? rule.timeout,
      retries: inner.retries ?? rule.retries,
      fault: inner.fault ?? rule.fault,
      rewrite: inner.rewrite ?? rule.rewrite,
    },
  }));
}

/** Every pair of an outer and an inner match, as one that asks for both. */
function bothMatch(outer: readonly HttpMatch[], inner: readonly HttpMatch[]): HttpMatch[] {
  if (outer.length === 0 || inner.length === 0) {
    return [...outer, ...inner];
  }
  return outer.flatMap((one) =>
    inner.map((other) => ({
      ...one,
      ...Object.fromEntries(Object.entries(other).filter(([, value]) => value !== undefined)),
      headers: { ...one.headers, ...other.headers },
      withoutHeaders: { ...one.withoutHeaders, ...other.withoutHeaders },
      queryParams: { ...one.queryParams, ...other.queryParams },
      sourceLabels: { ...one.sourceLabels, ...other.sourceLabels },
      gateways: other.gateways.length > 0 ? other.gateways : one.gateways,
    })),
  );
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
