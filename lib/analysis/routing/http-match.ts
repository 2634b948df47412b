import { namesGateway } from '../inventory/gateway-name';
import type { HttpMatch, HttpRoute, StringMatch } from '../views/virtual-service';
import { includesLabels } from '../views/selector';
import { authorityOf, type Client, type Request } from './request';
import { asksForPresence, isAnyPath, matchesText, matchesTextInAnyCase } from './string-match';

/** Who asks what through which gateway: `mesh` for a sidecar, `namespace/name` for a Gateway. */
export interface Circumstances {
  readonly client: Client;
  readonly request: Request;
  /** Of the listener: at a gateway that of the server, whichever port of a Service leads to it. */
  readonly port: number;
  readonly gateway: string;
  /** Where the VirtualService lives: gateways without a namespace are of this one. */
  readonly namespace: string;
}

/** How a rule takes a request. */
export interface Holding {
  /** The first that holds. @default - the rule has none, and takes every request */
  readonly match?: HttpMatch;
}

/** By which match a rule takes a request; nothing if it does not. */
export function holdingMatch({ match }: HttpRoute, circumstances: Circumstances): Holding | undefined {
  if (match.length === 0) {
    return {};
  }
  const found = match.find((one) => holds(one, circumstances));
  return found && { match: found };
}

/**
 * Everything a match names has to hold.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go TranslateRouteMatch
 */
function holds(match: HttpMatch, { client, request, port, gateway, namespace }: Circumstances): boolean {
  return (
    isForClient(match, client, gateway, namespace) &&
    (match.port === undefined || match.port === port) &&
    matchesUri(match, request.path) &&
    isContent(match.scheme, request.scheme) &&
    isContent(match.method, request.method) &&
    isContent(match.authority, authorityOf(request)) &&
    Object.entries(match.headers).every(([name, wanted]) => matchesHeader(name, wanted, request)) &&
    Object.entries(match.withoutHeaders).every(([name, unwanted]) => lacksHeader(name, unwanted, request)) &&
    Object.entries(match.queryParams).every(([name, wanted]) => isMatching(wanted, request.query.get(name)))
  );
}

/**
 * Which proxies get the rule at all: known before any request. Where a match names gateways, its labels and namespace of the
 * caller are not looked at.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go sourceMatchHTTP
 */
export function isForClient(
  { gateways, sourceLabels, sourceNamespace }: Pick<HttpMatch, 'gateways' | 'sourceLabels' | 'sourceNamespace'>,
  client: Client,
  gateway: string,
  namespace: string,
): boolean {
  if (gateways.length > 0) {
    return gateways.some((name) => namesGateway(name, namespace, gateway));
  }
  const isNamespace = sourceNamespace === undefined || sourceNamespace === '' || sourceNamespace === client.namespace;
  return isNamespace && includesLabels(client.labels, sourceLabels);
}

/** Whether a match asks nothing of the request itself. */
export function asksNothing({ uri, method, scheme, authority, ...match }: HttpMatch): boolean {
  const maps = [match.headers, match.withoutHeaders, match.queryParams];
  return (
    isAnyPath(uri) &&
    [method, scheme, authority].every((condition) => condition === undefined) &&
    maps.every((conditions) => Object.keys(conditions).length === 0)
  );
}

function matchesUri({ uri, ignoreUriCase = false }: HttpMatch, path: string): boolean {
  return uri === undefined || (ignoreUriCase ? matchesTextInAnyCase(uri, path) : matchesText(uri, path));
}

function isContent(wanted: StringMatch | undefined, value: string): boolean {
  return wanted === undefined || matchesText(wanted, value);
}

/** A request without the header does not match, whatever is asked of it. */
function matchesHeader(name: string, wanted: StringMatch, { headers }: Request): boolean {
  return isMatching(wanted, headers.get(name.toLowerCase()));
}

/** A header that is missing counts as an empty one, unless it is its presence that is unwanted. */
function lacksHeader(name: string, unwanted: StringMatch, { headers }: Request): boolean {
  const value = headers.get(name.toLowerCase());
  return asksForPresence(unwanted) ? value === undefined : !matchesText(unwanted, value ?? '');
}

function isMatching(wanted: StringMatch, value: string | undefined): boolean {
  return value !== undefined && matchesText(wanted, value);
}
