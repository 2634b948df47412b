import { substituted } from '../re2';
import type { HttpMatch, HttpRoute, WeightedDestination } from '../views/virtual-service';
import { authorityOf, type Request } from './request';

/** A request as a proxy sends it on: rules change it on the way. What is absent may be anything. */
export interface SentRequest {
  readonly method: string;
  /** Without the query. */
  readonly path?: string | undefined;
  /** The Host header, with its port if it has one. */
  readonly host: string;
  /** By names in lower case; of those that are not there, nobody knows. A header without a value is known to be missing. */
  readonly headers: ReadonlyMap<string, string | undefined>;
}

/** A request as it is sent on by nobody's rule. */
export function sentAsIs(request: Request): SentRequest {
  const { method, path, headers } = request;
  return { method, path, host: authorityOf(request), headers };
}

/**
 * A request as a rule sends it to one of its destinations.
 * @param match of the rule that holds: what it found of the path is what is replaced. @default - the rule has none
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go applyHTTPRouteDestination
 */
export function sentByRule(
  request: Request,
  rule: HttpRoute,
  match: HttpMatch | undefined,
  destination: WeightedDestination,
): SentRequest {
  const asked = sentAsIs(request);
  const { headers: ofRule, rewrite } = rule;
  // The rule's own words on the host go before those of a destination.
  const host = rewrite?.authority ?? hostIn(ofRule) ?? hostIn(destination.headers) ?? asked.host;
  // Of several destinations each changes headers by itself, before the rule does; a single one is a part of the rule.
  const steps = rule.route.length === 1 ? [[ofRule, destination.headers]] : [[destination.headers], [ofRule]];
  return { ...asked, path: rewritten(request.path, rule, match), host, headers: steps.reduce(changed, asked.headers) };
}

/** @see https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto (prefix_rewrite, regex_rewrite) */
function rewritten(path: string, { rewrite }: HttpRoute, match: HttpMatch | undefined): string | undefined {
  const { uri = '', uriRegexRewrite: expression } = rewrite ?? {};
  if (expression !== undefined) {
    return substituted(expression.match ?? '', path, expression.rewrite ?? '');
  }
  if (uri === '') {
    return path;
  }
  // What is matched as a whole is replaced as a whole; without a condition a rule takes what begins with a slash.
  const { exact, regex, prefix = '/' } = match?.uri ?? {};
  return exact === undefined && regex === undefined ? uri + path.slice(prefix.length) : uri;
}

type Operations = HttpRoute['headers'];

function hostIn(operations: Operations): string | undefined {
  const { set = {}, add = {} } = operations?.request ?? {};
  return [...Object.entries(set), ...Object.entries(add)].find(([name]) => isHost(name))?.[1];
}

/** What is removed goes first. @see https://github.com/envoyproxy/envoy/blob/v1.38.3/source/common/router/header_parser.cc */
function changed(headers: SentRequest['headers'], operations: readonly Operations[]): SentRequest['headers'] {
  const found = new Map(headers);
  const requests = operations.map((one) => one?.request).filter((one) => one !== undefined);
  for (const name of requests.flatMap(({ remove }) => remove).filter(isChangeable)) {
    found.set(name.toLowerCase(), undefined);
  }
  for (const { set, add } of requests) {
    for (const [name, value = ''] of Object.entries(set).filter(([key]) => isChangeable(key))) {
      found.set(name.toLowerCase(), value);
    }
    for (const [name, value = ''] of Object.entries(add).filter(([key]) => isChangeable(key))) {
      const before = found.get(name.toLowerCase());
      found.set(name.toLowerCase(), before === undefined ? value : `${before},${value}`);
    }
  }
  return found;
}

/** The host is none of the headers, and what begins with a colon is the proxy's. */
function isChangeable(name: string): boolean {
  return !isHost(name) && !name.startsWith(':');
}

function isHost(name: string): boolean {
  return ['host', ':authority'].includes(name.toLowerCase());
}
