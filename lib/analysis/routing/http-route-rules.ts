import { millisecondsOf } from '../../kubernetes/duration';
import type { HttpRoute } from '../views/gateway-api';
import type { RulePlace } from './rule-fields';

type Rule = HttpRoute['spec']['rules'][number];
type Match = Rule['matches'][number];
type Value = Match['headers'][number];
type Reference = Rule['backendRefs'][number];
type Mirror = NonNullable<Rule['filters'][number]['requestMirror']>;
type Redirect = NonNullable<Rule['filters'][number]['requestRedirect']>;
type Rewrite = NonNullable<Rule['filters'][number]['urlRewrite']>;

/** A rule of an HTTPRoute with one of its matches, written as one of a VirtualService. */
export interface ConvertedRule extends RulePlace {
  readonly http: object;
  /** From the first thing that counts to the last; of two rules, the one with more goes first. */
  readonly precedence: readonly number[];
}

const anything: Match = { path: undefined, headers: [], queryParams: [], method: undefined };

/**
 * Every match of every rule of an HTTPRoute by itself, since each has a precedence of its own.
 * @param port the one port that the rules hold for; all by default
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule
 */
export function convertedRules({ manifest, spec }: HttpRoute, port?: number): ConvertedRule[] {
  return spec.rules.flatMap((rule, index) =>
    (rule.matches.length === 0 ? [anything] : rule.matches).map((match) => ({
      manifest,
      path: ['spec', 'rules', index],
      http: {
        name: rule.name,
        match: [{ ...conditionsOf(match), port }],
        ...actionOf(rule, match, manifest.namespace),
      },
      precedence: precedenceOf(match),
    })),
  );
}

/** Rules of one host in the order in which they are tried; the first written goes first where nothing else decides. */
export function inPrecedence<T extends Pick<ConvertedRule, 'precedence'>>(rules: readonly T[]): T[] {
  return [...rules].sort(
    (one, other) =>
      one.precedence.map((value, index) => (other.precedence[index] ?? 0) - value).find((order) => order !== 0) ?? 0,
  );
}

/**
 * How exact the path is, how long, then the method, and how many headers and parameters.
 * Expressions go last in Istio, which the API leaves open.
 */
function precedenceOf({ path, method, headers, queryParams }: Match): number[] {
  const rank = ['RegularExpression', 'PathPrefix', 'Exact'].indexOf(path?.type ?? 'PathPrefix');
  return [rank, (path?.value ?? '/').length, method === undefined ? 0 : 1, headers.length, queryParams.length];
}

function conditionsOf({ path, method, headers, queryParams }: Match): object {
  return {
    uri: uriOf(path?.type ?? 'PathPrefix', path?.value ?? '/'),
    method: method === undefined ? undefined : { exact: method },
    headers: textsOf(headers),
    queryParams: textsOf(queryParams),
  };
}

/** A prefix is one of whole elements: `/cart` is none of `/carts`. Nothing is asked by `/`, which all paths have. */
function uriOf(type: string, value: string): object | undefined {
  if (type !== 'PathPrefix') {
    return textOf(type, value);
  }
  const prefix = quoted(value.replace(/\/$/, ''));
  return prefix === '' ? undefined : { regex: `${prefix}(/.*)?` };
}

/** A text as an expression that finds it. */
function quoted(value: string): string {
  return value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function textsOf(values: readonly Value[]): object {
  return Object.fromEntries(values.map(({ name = '', type, value = '' }) => [name, textOf(type, value)]));
}

function textOf(type: string | undefined, value: string): object {
  return type === 'RegularExpression' ? { regex: value } : { exact: value };
}

/** What becomes of a request. Without anybody to send it to, Istio answers with 500. */
function actionOf({ backendRefs, filters, timeouts }: Rule, { path }: Match, namespace: string): object {
  const weighted = backendRefs.map((backend) => ({
    destination: destinationOf(backend, namespace),
    weight: backend.weight ?? 1,
    headers: operationsIn(backend.filters),
  }));
  const route = weighted.some(({ weight }) => weight > 0) ? weighted : [];
  const redirect = filters.map(({ requestRedirect }) => requestRedirect).find((one) => one !== undefined);
  const rewrite = filters.map(({ urlRewrite }) => urlRewrite).find((one) => one !== undefined);
  const copies = filters.map(({ requestMirror }) => requestMirror).filter((one) => one !== undefined);
  return {
    route,
    redirect: redirect === undefined ? undefined : redirectOf(redirect),
    rewrite: rewrite === undefined ? undefined : rewriteOf(rewrite, path?.value ?? '/'),
    headers: operationsIn(filters),
    directResponse: route.length === 0 && redirect === undefined ? { status: 500 } : undefined,
    mirrors: copies.map((copy) => mirrorOf(copy, namespace)),
    timeout: [timeouts?.backendRequest, timeouts?.request].find(isLimit),
  };
}

/** @param own the namespace of who names it */
export function destinationOf(
  { kind, name = '', namespace, port }: Omit<Reference, 'weight' | 'filters'>,
  own: string,
): object {
  const host = kind === 'Hostname' ? name : `${name}.${namespace ?? own}.svc.cluster.local`;
  return { host, port: port === undefined ? undefined : { number: port } };
}

function redirectOf({ scheme, hostname, port, statusCode = 302, path }: Redirect): object {
  const uri = path?.replaceFullPath ?? path?.replacePrefixMatch;
  return { scheme, authority: hostname, port, uri, redirectCode: statusCode };
}

/**
 * As Istio reads it: `/` in the place of a prefix takes the prefix away.
 * @param prefix that the match asks for
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httppathmodifier
 */
function rewriteOf({ hostname, path }: Rewrite, prefix: string): object {
  const { replaceFullPath: whole, replacePrefixMatch: part } = path ?? {};
  const literal = (text: string) => text.replaceAll('\\', '\\\\');
  const [start, place] = [quoted(prefix.replace(/\/$/, '')), literal(part?.replace(/\/$/, '') ?? '')];
  const ofPart =
    place === '' ? { match: `^${start}/?(.*)`, rewrite: '/\\1' } : { match: `^${start || '/'}`, rewrite: place };
  const ofWhole = { match: '/.*', rewrite: literal(whole ?? '') };
  const expression = whole === undefined ? ofPart : ofWhole;
  return { authority: hostname, uriRegexRewrite: path === undefined ? undefined : expression };
}

function operationsIn(filters: Rule['filters']): object | undefined {
  const found = filters.map(({ requestHeaderModifier }) => requestHeaderModifier).find((one) => one !== undefined);
  return found && { request: { set: valuesOf(found.set), add: valuesOf(found.add), remove: found.remove } };
}

function valuesOf(values: readonly Value[]): object {
  return Object.fromEntries(values.map(({ name = '', value = '' }) => [name, value]));
}

/** Copies are of all requests, of some percent, or of a fraction. */
function mirrorOf({ backendRef, percent, fraction }: Mirror, namespace: string): object {
  const share = fraction && (100 * (fraction.numerator ?? 0)) / (fraction.denominator ?? 100);
  const value = percent ?? share;
  return {
    destination: backendRef === undefined ? undefined : destinationOf(backendRef, namespace),
    percentage: value === undefined ? undefined : { value },
  };
}

/** No time at all stands for no limit. */
function isLimit(timeout: string | undefined): boolean {
  return timeout !== undefined && millisecondsOf(timeout) !== 0;
}
