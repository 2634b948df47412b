import type { Inventory } from '../inventory/inventory';
import { isVisible } from '../inventory/visibility';
import type { HttpMatch, HttpRoute, StringMatch } from '../views/virtual-service';
import type { PlacedRule } from './rule-fields';

/**
 * The rules of a delegate, which has no hosts of its own, in the place of the rule that delegates to it. Each sees only what
 * passed that rule, and is left out where one of its matches is for something else. What it does not say itself, it has from
 * that rule.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/virtualservice.go mergeHTTPRoute
 */
export function delegatedRules(
  inventory: Inventory,
  { manifest, rule }: PlacedRule,
  { name = '', namespace = manifest.namespace }: NonNullable<HttpRoute['delegate']>,
): PlacedRule[] {
  const delegate = inventory.virtualServiceOf(namespace, name);
  const isDelegate = delegate?.spec.hosts.length === 0;
  if (!isDelegate || !isVisible(delegate.spec.exportTo, namespace, manifest.namespace)) {
    return [];
  }
  return delegate.spec.http.flatMap((inner, index): PlacedRule[] => {
    const match = bothMatch(rule.match, inner.match);
    const path = ['spec', 'http', index];
    return match === undefined
      ? []
      : [{ manifest: delegate.manifest, path, rule: { ...inherited(rule, inner), match } }];
  });
}

function inherited(outer: HttpRoute, inner: HttpRoute): HttpRoute {
  return {
    ...inner,
    timeout: inner.timeout ?? outer.timeout,
    retries: inner.retries ?? outer.retries,
    fault: inner.fault ?? outer.fault,
    rewrite: inner.rewrite ?? outer.rewrite,
    headers: inner.headers ?? outer.headers,
    directResponse: inner.directResponse ?? outer.directResponse,
    mirror: inner.mirror ?? outer.mirror,
    mirrorPercentage: inner.mirrorPercentage ?? outer.mirrorPercentage,
    mirrors: inner.mirrors.length > 0 ? inner.mirrors : outer.mirrors,
  };
}

/** Every pair of an outer and an inner match that do not exclude each other; nothing if an inner one has no such pair. */
export function bothMatch(outer: readonly HttpMatch[], inner: readonly HttpMatch[]): HttpMatch[] | undefined {
  if (outer.length === 0 || inner.length === 0) {
    return [...outer, ...inner];
  }
  const pairs = inner.map((one) =>
    outer.filter((other) => !areInConflict(other, one)).map((other) => both(other, one)),
  );
  return pairs.some((ofOne) => ofOne.length === 0) ? undefined : pairs.flat();
}

function both(outer: HttpMatch, inner: HttpMatch): HttpMatch {
  return {
    ...outer,
    ...Object.fromEntries(Object.entries(inner).filter(([, value]) => value !== undefined)),
    headers: { ...outer.headers, ...inner.headers },
    withoutHeaders: { ...outer.withoutHeaders, ...inner.withoutHeaders },
    queryParams: { ...outer.queryParams, ...inner.queryParams },
    sourceLabels: { ...outer.sourceLabels, ...inner.sourceLabels },
    gateways: inner.gateways.length > 0 ? inner.gateways : outer.gateways,
  };
}

/** Headers that must not be there are compared with those that must, as Istio does. */
function areInConflict(outer: HttpMatch, inner: HttpMatch): boolean {
  const texts = (['uri', 'scheme', 'method', 'authority'] as const).map(
    (field) => [outer[field], inner[field]] as const,
  );
  const named = [
    ...Object.entries(inner.headers).map(([name, match]) => [outer.headers[name], match] as const),
    ...Object.entries(inner.withoutHeaders).map(([name, match]) => [outer.headers[name], match] as const),
    ...Object.entries(inner.queryParams).map(([name, match]) => [outer.queryParams[name], match] as const),
  ];
  const ports = [outer.port, inner.port].filter((port) => port !== undefined);
  return (
    [...texts, ...named].some(([one, other]) => one !== undefined && other !== undefined && !contains(one, other)) ||
    (outer.ignoreUriCase ?? false) !== (inner.ignoreUriCase ?? false) ||
    new Set(ports).size > 1
  );
}

/** Whether an outer text match surely takes what an inner one takes: with expressions nobody knows. */
function contains(outer: StringMatch, inner: StringMatch): boolean {
  if (outer.regex !== undefined || inner.regex !== undefined) {
    return false;
  }
  if (outer.exact !== undefined) {
    return inner.prefix === undefined && inner.exact === outer.exact;
  }
  const { prefix } = outer;
  return prefix !== undefined && (inner.prefix ?? inner.exact)?.startsWith(prefix) === true;
}
