import { closestPattern, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import { isVisible } from '../inventory/visibility';
import type { DestinationRule, TrafficPolicy } from '../views/destination-rule';
import { selects } from '../views/selector';

/** The DestinationRules that hold for a host, as one client sees it; several of one namespace are merged. */
export interface DestinationPolicy {
  readonly rules: readonly DestinationRule[];
}

/** Whose rules they are looked up for. */
interface Reader {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Rules of the client's own namespace go before those of the host's, and those before the root
 * namespace's; within a namespace the closest pattern of a host wins.
 * @param host fully qualified
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration
 */
export function destinationPolicyOf(inventory: Inventory, host: string, client: Reader): DestinationPolicy {
  const owner = inventory.ownerOf(host);
  const places = [client.namespace, ...(owner === undefined ? [] : [owner]), inventory.mesh.rootNamespace];
  for (const place of places) {
    const rules = inventory
      .destinationRulesIn(place)
      .filter((rule) => isVisible(rule.spec.exportTo, place, client.namespace) && selectsClient(rule, client));
    const closest = closestPattern(rules.map(hostOf), host);
    if (closest !== undefined) {
      return { rules: rules.filter((rule) => hostOf(rule) === closest) };
    }
  }
  return { rules: [] };
}

/** Where a subset is declared; nothing if it is nowhere. */
export function subsetOf(
  { rules }: DestinationPolicy,
  name: string,
): DestinationRule['spec']['subsets'][number] | undefined {
  return rules.flatMap(({ spec }) => spec.subsets).find((subset) => subset.name === name);
}

/**
 * How a client's proxy speaks to a port, if a rule says so: a subset's word goes before that of the
 * whole host, a port's before that of all ports.
 */
export function tlsModeOf(policy: DestinationPolicy, subset: string | undefined, port: number): string | undefined {
  const policies: (TrafficPolicy | undefined)[] = [
    subset === undefined ? undefined : subsetOf(policy, subset)?.trafficPolicy,
    ...policy.rules.map(({ spec }) => spec.trafficPolicy),
  ];
  return policies
    .flatMap((one) => [
      one?.portLevelSettings.find((setting) => setting.port?.number === port)?.tls?.mode,
      one?.tls?.mode,
    ])
    .find((mode) => mode !== undefined);
}

function hostOf({ manifest, spec }: DestinationRule): string {
  return qualified(spec.host ?? '', manifest.namespace);
}

function selectsClient({ spec }: DestinationRule, { labels }: Reader): boolean {
  return spec.workloadSelector === undefined || selects(spec.workloadSelector, labels);
}
