import type { Inventory } from '../inventory/inventory';
import { nameOf } from '../manifest/manifest';
import type { HttpRoute } from '../views/virtual-service';
import { type Failure, type Target, targetOf } from './destination';
import { type BoundRoute, entriesOf, isRedirected, routesAt } from './gateway-entry';
import { type Circumstances, isForClient } from './http-match';
import { meshEntryOf } from './mesh-entry';
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
  const entries = entriesOf(inventory, client, request);
  if ('reason' in entries) {
    return refusal(entries);
  }
  const routes = routesAt(inventory, client, request, entries);
  if (isRedirected(entries, routes, request)) {
    return refusal({ status: 301, reason: `the Gateway sends everybody to https://${request.host}` });
  }
  const [first] = routes;
  if (first === undefined) {
    return refusal({ status: 404, reason: `no route of the Gateway has the host ${request.host}` });
  }
  const reasons = [`Gateway ${first.gateway} takes ${first.domain} at port ${request.port}`];
  const gateway = gatewayOf(routes);
  const merged = mergedRules(
    routes.flatMap(({ route: one }) => rulesOf(inventory, one)),
    (match, namespace) =>
      (match.port === undefined || match.port === request.port) && isForClient(match, client, gateway, namespace),
  );
  return byRules({ inventory, client, scope, request, gateway }, merged, reasons);
}

function gatewayOf(routes: readonly BoundRoute[]): string {
  return routes[0]?.gateway ?? '';
}

function routeInMesh(inventory: Inventory, client: Client, scope: SidecarScope, request: Request): Routing {
  const entry = meshEntryOf(inventory, client, scope, request);
  if ('status' in entry) {
    return refusal(entry);
  }
  if (entry.route === undefined) {
    const target = targetOf(
      { inventory, client, scope },
      { host: entry.host, subset: undefined, port: { number: entry.port } },
      '',
      entry.port,
    );
    return {
      branches: [{ ...target, share: 1 }],
      mirrors: [],
      retries: entry.isHttp ? usualRetries(inventory.mesh) : noRetries,
      reasons: [entry.reason],
    };
  }
  const context = { inventory, client, scope, request, gateway: 'mesh' };
  return byRules(context, rulesOf(inventory, entry.route), [entry.reason]);
}

interface Context {
  readonly inventory: Inventory;
  readonly client: Client;
  readonly scope: SidecarScope;
  readonly request: Request;
  readonly gateway: string;
}

function byRules(context: Context, rules: readonly PlacedRule[], reasons: readonly string[]): Routing {
  const { client, request, gateway } = context;
  const circumstances = (namespace: string): Circumstances => ({ client, request, gateway, namespace });
  const found = firstHolding(rules, circumstances);
  if (found === undefined) {
    return refusal({
      status: 404,
      reason: `no rule of the ${rules[0]?.manifest.kind ?? 'VirtualService'} matches the request`,
    });
  }
  const { rule, manifest } = found;
  const to = (destination: NonNullable<HttpRoute['mirror']>): Target =>
    targetOf(context, destination, manifest.namespace, request.port);
  const total = rule.route.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const branches = rule.route.flatMap(({ destination, weight = 0 }): Branch[] =>
    destination === undefined
      ? []
      : [{ ...to(destination), share: total === 0 ? 1 / rule.route.length : weight / total }],
  );
  return {
    rule: found,
    branches,
    mirrors: mirrorsOf(rule).map(({ destination, share }) => ({ ...to(destination), share })),
    direct: directAnswer(rule),
    timeout: rule.timeout,
    retries: retriesOf(rule, context.inventory.mesh),
    reasons: [...reasons, ruleReason(found)],
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
