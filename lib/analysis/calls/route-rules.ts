import type { Inventory } from '../inventory/inventory';
import { asksNothing, isForClient } from '../routing/http-match';
import type { Client } from '../routing/request';
import type { PlacedRule } from '../routing/rule-fields';
import { type RouteSource, rulesOf } from '../routing/rules';
import type { HttpRoute } from '../views/virtual-service';

/**
 * The rules that requests of a client's sidecar to a port may meet: the first match wins, so none
 * after one that always fits.
 */
export function sidecarRules(rules: readonly PlacedRule[], client: Client, port: number): PlacedRule[] {
  const met: PlacedRule[] = [];
  for (const placed of rules) {
    const { match } = placed.rule;
    const fitting = match.filter(
      (one) => isForClient(one, client, 'mesh', placed.manifest.namespace) && (one.port ?? port) === port,
    );
    if (match.length === 0 || fitting.length > 0) {
      met.push(placed);
    }
    if (match.length === 0 || fitting.some(asksNothing)) {
      return met;
    }
  }
  return met;
}

/** The rules that requests from outside may meet at some gateway. */
export function gatewayRules(inventory: Inventory, route: RouteSource): PlacedRule[] {
  const isNamed = (names: readonly string[]): boolean => names.some((name) => name !== 'mesh');
  const rules = isNamed(route.spec.gateways) ? rulesOf(inventory, route) : [];
  return rules.filter(
    ({ rule: { match } }) =>
      match.length === 0 || match.some(({ gateways }) => gateways.length === 0 || isNamed(gateways)),
  );
}

/** Whether a rule is for any request that has some header, and not for a path or a method alone. */
export function isForAnyRequest({ match }: HttpRoute): boolean {
  return match.length === 0 || match.some((one) => asksNothing({ ...one, headers: {}, withoutHeaders: {} }));
}
