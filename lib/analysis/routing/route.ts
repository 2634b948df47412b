import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';
import type { Destination, HttpRoute, WeightedDestination } from '../views/virtual-service';
import { type Target, targetOf } from './destination';
import { directAnswer } from './direct-answer';
import { isRedirected, nameOfGateway, routesAt, takingOf } from './gateway-entry';
import { type Entry, listenedPort } from './gateway-servers';
import { type Circumstances, isForClient } from './http-match';
import { meshEntryOf } from './mesh-entry';
import type { MeshEntry } from './place';
import type { Client, Request } from './request';
import { noRetries, retriesOf, usualRetries } from './retries';
import type { PlacedRule } from './rule-fields';
import { firstHolding, mergedRules, rulesOf } from './rules';
import { type Branch, refusedBy, type Routing } from './routing';
import { type SentRequest, sentAsIs, sentByRule } from './sent-request';
import { SidecarScope } from './sidecar-scope';

/**
 * What becomes of a request, by the rendered objects alone.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export function route(inventory: Inventory, client: Client, request: Request): Routing {
  const scope = new SidecarScope(inventory, client);
  return client.isGateway
    ? routeAtGateway(inventory, client, scope, request)
    : routeInMesh(inventory, client, scope, request);
}

function routeAtGateway(inventory: Inventory, client: Client, scope: SidecarScope, request: Request): Routing {
  const taking = takingOf(inventory, client, request);
  const port = listenedPort(inventory, client, request.port);
  if ('placed' in taking) {
    const { placed, entry } = taking;
    const reason = `Gateway ${nameOfGateway(entry.gateway)} takes ${request.host} at port ${request.port}, and does not look into it`;
    const context = { inventory, client, scope, listener: portOf(entry) };
    return { ...byConnection(context, placed, request, reason), entrance: { port, isHttp: false } };
  }
  if ('reason' in taking && taking.status === 0) {
    return refusedBy(taking);
  }
  const routing = 'reason' in taking ? refusedBy(taking) : requestAtGateway(inventory, client, scope, request, taking);
  return { ...routing, entrance: { port, isHttp: true } };
}

/** Where the gateway looks into requests. */
function requestAtGateway(
  inventory: Inventory,
  client: Client,
  scope: SidecarScope,
  request: Request,
  { entries }: { readonly entries: readonly Entry[] },
): Routing {
  const routes = routesAt(inventory, client, request, entries);
  if (isRedirected(entries, routes, request)) {
    return refusedBy({ status: 301, reason: `the Gateway sends everybody to https://${request.host}` });
  }
  const [first] = routes;
  if (first === undefined) {
    return refusedBy({ status: 404, reason: `no route of the Gateway has the host ${request.host}` });
  }
  const { gateway, domain } = first;
  const listener = portOf(first.entry);
  const merged = mergedRules(
    routes.flatMap(({ route: one }) => rulesOf(inventory, one)),
    (match, namespace) =>
      (match.port === undefined || match.port === listener) && isForClient(match, client, gateway, namespace),
  );
  return byRules({ inventory, client, scope, listener }, { request, gateway }, merged, [
    `Gateway ${gateway} takes ${domain} at port ${request.port}`,
  ]);
}

function portOf({ server }: Entry): number {
  return server.port?.number ?? 0;
}

function routeInMesh(inventory: Inventory, client: Client, scope: SidecarScope, request: Request): Routing {
  const entry = meshEntryOf(inventory, client, scope, request);
  if ('status' in entry) {
    return refusedBy(entry);
  }
  const context = { inventory, client, scope, listener: entry.port };
  const { rules, connection, isHttp, reason } = entry;
  if (connection !== undefined) {
    return byConnection({ ...context, isConnection: true }, connection, request, reason);
  }
  return rules === undefined
    ? {
        ...unlessEncryptedTwice(unruled(context, entry, request), request),
        retries: isHttp ? usualRetries(inventory.mesh) : noRetries,
      }
    : byRules(context, { request, gateway: 'mesh' }, rules, [reason]);
}

/** A rule for connections leaves what is in them as it is. */
function byConnection(context: Context, placed: PlacedRule, request: Request, reason: string): Routing {
  return unlessEncryptedTwice(
    ruled(context, placed, [reason], () => sentAsIs(request)),
    request,
  );
}

/**
 * What a client encrypts itself is encrypted again where a DestinationRule begins TLS, and its server understands the outer one
 * alone. Mutual TLS of the mesh ends before the server.
 * @see https://istio.io/latest/docs/ops/common-problems/network-issues/#double-tls-tls-origination-for-a-tls-request
 */
function unlessEncryptedTwice(routing: Routing, { scheme }: Request): Routing {
  const reason =
    'the client speaks TLS, and a DestinationRule begins TLS once more: the server gets one within the other';
  const branches = routing.branches.map((branch): Branch =>
    scheme === 'https' && branch.transport === 'TLS' && branch.failure === undefined
      ? { ...branch, failure: { status: 0, reason } }
      : branch,
  );
  return { ...routing, branches };
}

interface Context {
  readonly inventory: Inventory;
  readonly client: Client;
  readonly scope: SidecarScope;
  /** The port of the request, as a destination without one has it. */
  readonly listener: number;
  /** @default - as it is usual for the client */
  readonly isConnection?: boolean;
}

/** The host itself is asked, at the same port. */
function unruled(context: Context, { host, port, reason }: MeshEntry, request: Request): Routing {
  const target = targetOf(context, { host, subset: undefined, port: { number: port } }, '', port);
  return {
    branches: [{ ...target, share: 1, sent: sentAsIs(request) }],
    mirrors: [],
    retries: noRetries,
    reasons: [reason],
  };
}

function byRules(
  context: Context,
  { request, gateway }: Pick<Circumstances, 'request' | 'gateway'>,
  rules: readonly PlacedRule[],
  reasons: readonly string[],
): Routing {
  const { client, listener } = context;
  const found = firstHolding(rules, (namespace) => ({ client, request, port: listener, gateway, namespace }));
  if (found === undefined) {
    const kind = rules[0]?.manifest.kind ?? 'VirtualService';
    return refusedBy({ status: 404, reason: `no rule of the ${kind} matches the request` });
  }
  const { placed, match } = found;
  const sent = (to: WeightedDestination) => sentByRule(request, placed.rule, match, to);
  return { ...ruled(context, placed, reasons, sent), retries: retriesOf(placed.rule, context.inventory.mesh) };
}

/** What a rule does with a connection, and with the requests in it. */
function ruled(
  context: Context,
  placed: PlacedRule,
  reasons: readonly string[],
  sentTo: (destination: WeightedDestination) => SentRequest,
): Routing {
  const { rule, manifest } = placed;
  const to = (destination: Destination): Target => targetOf(context, destination, manifest.namespace, context.listener);
  const total = rule.route.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const branches = rule.route.flatMap((one): Branch[] => {
    const { destination, weight = 0 } = one;
    const share = total === 0 ? 1 / rule.route.length : weight / total;
    return destination === undefined ? [] : [{ ...to(destination), share, sent: sentTo(one) }];
  });
  return {
    rule: placed,
    branches,
    mirrors: mirrorsOf(rule).map(({ destination, share }) => ({ ...to(destination), share })),
    direct: directAnswer(rule),
    timeout: rule.timeout,
    retries: noRetries,
    reasons: [...reasons, ruleReason(placed)],
  };
}

function ruleReason({ manifest, path, rule }: PlacedRule): string {
  const name = rule.name === undefined ? `rule ${Number(path.at(-1)) + 1}` : `rule ${rule.name}`;
  return `${nameOf(manifest)}, ${name}: the first that matches`;
}

/**
 * Whom copies go to; all requests are copied unless a percentage says how many, and none for 0.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go MirrorPercent
 */
function mirrorsOf({ mirror, mirrorPercentage, mirrors }: HttpRoute) {
  return [{ destination: mirror, percentage: mirrorPercentage }, ...mirrors].flatMap(({ destination, percentage }) => {
    const share = percentage === undefined ? 1 : (percentage.value ?? 0) / 100;
    return destination === undefined || share === 0 ? [] : [{ destination, share }];
  });
}
