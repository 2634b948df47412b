import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';
import type { HttpRoute } from '../views/virtual-service';
import { type Failure, type Target, targetOf } from './destination';
import { isRedirected, nameOfGateway, routesAt, takingOf } from './gateway-entry';
import type { Entry } from './gateway-servers';
import { type Circumstances, isForClient } from './http-match';
import { meshEntryOf } from './mesh-entry';
import type { MeshEntry } from './place';
import type { Client, Request } from './request';
import { noRetries, type Retries, retriesOf, usualRetries } from './retries';
import type { PlacedRule } from './rule-fields';
import { firstHolding, mergedRules, rulesOf } from './rules';
import { SidecarScope } from './sidecar-scope';

/** One of the places a request may go to. */
export interface Branch extends Target {
  /** Of all requests that take this rule, from 0 to 1. */
  readonly share: number;
}

/** Where a request is led, and why; whether it is let in there is not for routing to say. */
export interface Routing {
  /** The rule that decided; none where a proxy has no rules for the host. */
  readonly rule?: PlacedRule | undefined;
  readonly branches: readonly Branch[];
  /** Copies go here, and their answers are dropped; a share is that of the requests that are copied. */
  readonly mirrors: readonly Branch[];
  /** What is answered without asking anybody: a redirect, a fixed answer, an error. */
  readonly direct?: Failure | undefined;
  /** As written; without one a request waits for as long as it takes. */
  readonly timeout?: string | undefined;
  readonly retries: Retries;
  /** What was decided, step by step. */
  readonly reasons: readonly string[];
}

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
  if ('reason' in taking) {
    return refusal(taking);
  }
  if ('placed' in taking) {
    const { placed, entry } = taking;
    const reason = `Gateway ${nameOfGateway(entry.gateway)} takes ${request.host} at port ${request.port}, and does not look into it`;
    return ruled({ inventory, client, scope, listener: portOf(entry) }, placed, [reason]);
  }
  const { entries } = taking;
  const routes = routesAt(inventory, client, request, entries);
  if (isRedirected(entries, routes, request)) {
    return refusal({ status: 301, reason: `the Gateway sends everybody to https://${request.host}` });
  }
  const [first] = routes;
  if (first === undefined) {
    return refusal({ status: 404, reason: `no route of the Gateway has the host ${request.host}` });
  }
  const { gateway, domain } = first;
  // Rules name the port of the server, whichever of a Service leads to it.
  const atServer = { ...request, port: portOf(first.entry) };
  const merged = mergedRules(
    routes.flatMap(({ route: one }) => rulesOf(inventory, one)),
    (match, namespace) =>
      (match.port === undefined || match.port === atServer.port) && isForClient(match, client, gateway, namespace),
  );
  return byRules({ inventory, client, scope, listener: atServer.port }, { request: atServer, gateway }, merged, [
    `Gateway ${gateway} takes ${domain} at port ${request.port}`,
  ]);
}

function portOf({ server }: Entry): number {
  return server.port?.number ?? 0;
}

function routeInMesh(inventory: Inventory, client: Client, scope: SidecarScope, request: Request): Routing {
  const entry = meshEntryOf(inventory, client, scope, request);
  if ('status' in entry) {
    return refusal(entry);
  }
  const context = { inventory, client, scope, listener: entry.port };
  const { rules, connection, isHttp, reason } = entry;
  if (connection !== undefined) {
    return ruled(context, connection, [reason]);
  }
  return rules === undefined
    ? { ...unruled(context, entry), retries: isHttp ? usualRetries(inventory.mesh) : noRetries }
    : byRules(context, { request, gateway: 'mesh' }, rules, [reason]);
}

interface Context {
  readonly inventory: Inventory;
  readonly client: Client;
  readonly scope: SidecarScope;
  /** The port of the request, as a destination without one has it. */
  readonly listener: number;
}

/** The host itself is asked, at the same port. */
function unruled(context: Context, { host, port, reason }: MeshEntry): Routing {
  const target = targetOf(context, { host, subset: undefined, port: { number: port } }, '', port);
  return { branches: [{ ...target, share: 1 }], mirrors: [], retries: noRetries, reasons: [reason] };
}

function byRules(
  context: Context,
  { request, gateway }: Pick<Circumstances, 'request' | 'gateway'>,
  rules: readonly PlacedRule[],
  reasons: readonly string[],
): Routing {
  const { client } = context;
  const found = firstHolding(rules, (namespace) => ({ client, request, gateway, namespace }));
  if (found === undefined) {
    const kind = rules[0]?.manifest.kind ?? 'VirtualService';
    return refusal({ status: 404, reason: `no rule of the ${kind} matches the request` });
  }
  return { ...ruled(context, found, reasons), retries: retriesOf(found.rule, context.inventory.mesh) };
}

/** What a rule does with a connection, and with the requests in it. */
function ruled(context: Context, placed: PlacedRule, reasons: readonly string[]): Routing {
  const { rule, manifest } = placed;
  const to = (destination: NonNullable<HttpRoute['mirror']>): Target =>
    targetOf(context, destination, manifest.namespace, context.listener);
  const total = rule.route.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const branches = rule.route.flatMap(({ destination, weight = 0 }): Branch[] =>
    destination === undefined
      ? []
      : [{ ...to(destination), share: total === 0 ? 1 / rule.route.length : weight / total }],
  );
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

function directAnswer({ redirect, directResponse, route: routes, fault }: HttpRoute): Failure | undefined {
  if (redirect !== undefined) {
    const place = `${redirect.authority ?? ''}${redirect.uri ?? ''}`;
    return { status: redirect.redirectCode ?? 301, reason: `the rule redirects${place === '' ? '' : ` to ${place}`}` };
  }
  if (directResponse !== undefined) {
    return { status: directResponse.status ?? 0, reason: 'the rule answers by itself' };
  }
  if (fault?.abort !== undefined && (fault.abort.percentage?.value ?? 0) >= 100) {
    return abortOf(fault.abort);
  }
  return routes.length === 0 ? { status: 503, reason: 'the rule leads nowhere' } : undefined;
}

/** Of gRPC an answer 200 that says in a header what is wrong. */
function abortOf({ httpStatus, grpcStatus }: NonNullable<NonNullable<HttpRoute['fault']>['abort']>): Failure {
  const reason = 'the rule injects this fault into every request';
  return grpcStatus === undefined
    ? { status: httpStatus ?? 0, reason }
    : { status: 200, grpcStatus, reason: `${reason}: grpc-status ${grpcStatus}` };
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

function refusal(direct: Failure): Routing {
  return { branches: [], mirrors: [], direct, retries: noRetries, reasons: [direct.reason] };
}
