import { includesLabels } from '../views/selector';
import type { HttpMatch, HttpRoute, VirtualService } from '../views/virtual-service';
import type { Workload } from '../views/workload';

/** One rule of HTTP, and where it stands. */
export interface RouteRule {
  readonly route: VirtualService;
  /** Of `spec.http`. */
  readonly index: number;
  readonly rule: HttpRoute;
}

/** Whether sidecars use a VirtualService; it says so, or names no gateway at all. */
export function isForMesh({ spec: { gateways } }: VirtualService): boolean {
  return gateways.length === 0 || gateways.includes('mesh');
}

/** The rules that requests of a caller to a port may meet: the first match wins, so none after one that always fits. */
export function rulesFor(route: VirtualService, caller: Workload, port: number | undefined): RouteRule[] {
  const met: RouteRule[] = [];
  for (const [index, rule] of route.spec.http.entries()) {
    const matches = rule.match.filter((match) => fitsCaller(match, caller, port));
    if (rule.match.length === 0 || matches.length > 0) {
      met.push({ route, index, rule });
    }
    if (rule.match.length === 0 || matches.some(isUnconditional)) {
      return met;
    }
  }
  return met;
}

/** The rules that requests from outside may meet at some gateway. */
export function gatewayRules(route: VirtualService): RouteRule[] {
  const { gateways, http } = route.spec;
  const named = (names: readonly string[]): boolean => names.some((name) => name !== 'mesh');
  return http
    .map((rule, index): RouteRule => ({ route, index, rule }))
    .filter(
      ({ rule: { match } }) => match.length === 0 || match.some((one) => named(one.gateways) || !one.gateways.length),
    )
    .filter(() => named(gateways));
}

/** Whether a rule is for any request that has some header, and not for a path or a method alone. */
export function isForAnyRequest({ match }: HttpRoute): boolean {
  return match.length === 0 || match.some((one) => isUnconditional({ ...one, headers: {}, withoutHeaders: {} }));
}

function fitsCaller(
  { gateways, sourceLabels, sourceNamespace, port }: HttpMatch,
  caller: Workload,
  called: number | undefined,
): boolean {
  return (
    (gateways.length === 0 || gateways.includes('mesh')) &&
    includesLabels(caller.labels, sourceLabels) &&
    (sourceNamespace === undefined || sourceNamespace === caller.namespace) &&
    (port === undefined || port === called)
  );
}

/** Whether a match asks nothing of the request itself. */
function isUnconditional({ uri, method, scheme, authority, headers, withoutHeaders, queryParams }: HttpMatch): boolean {
  return (
    [uri, method, scheme, authority].every((condition) => condition === undefined) &&
    [headers, withoutHeaders, queryParams].every((conditions) => Object.keys(conditions).length === 0)
  );
}
