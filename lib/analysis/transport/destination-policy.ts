import { closestPattern, qualified } from '../inventory/hosts';
import type { Inventory } from '../inventory/inventory';
import type { FieldPath, Labels } from '../manifest/manifest';
import { isVisible } from '../inventory/visibility';
import type { DestinationRule, TrafficPolicy } from '../views/destination-rule';
import { mergedByExport, rulesFor } from './merged-rules';

/** The DestinationRules that hold for a host, as one client sees it; several of one namespace are merged. */
export interface DestinationPolicy {
  readonly rules: readonly DestinationRule[];
}

/** Whose rules they are looked up for. */
interface Reader {
  readonly namespace: string;
  readonly labels: Labels;
}

/**
 * Rules of the client's own namespace go before those that the host's exports, and those before the
 * root namespace's; within a namespace the closest pattern of a host wins. To clients in the root
 * namespace, rules there are their own only if nobody else gets them. A rule for some clients stays
 * in its namespace, and goes there before those for all. A host that only a wildcard declares has the rules of the wildcard:
 * one for the host itself, or for a closer pattern, is nobody's.
 * @param host fully qualified
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/push_context.go destinationRule
 */
export function destinationPolicyOf(inventory: Inventory, host: string, client: Reader): DestinationPolicy {
  const { rootNamespace } = inventory.mesh;
  const name = declaredAs(inventory, host, client);
  const all = inventory.destinationRulesOf(name);
  const closestIn = (namespace: string | undefined, isOf: (rule: DestinationRule) => boolean): DestinationRule[] => {
    const rules = all.filter((rule) => rule.manifest.namespace === namespace && isOf(rule));
    const closest = closestPattern(rules.map(hostOf), name);
    return rules.filter((rule) => hostOf(rule) === closest);
  };
  const own = closestIn(client.namespace, client.namespace === rootNamespace ? isConfined : isForOwnNamespace);
  if (own.length > 0) {
    return { rules: rulesFor(client.labels, mergedByExport(own)) };
  }
  const exported = [inventory.ownerOf(host), rootNamespace].map((owner) =>
    mergedByExport(closestIn(owner, (rule) => !isConfined(rule))).filter(({ exportTo }) =>
      isVisible(exportTo, owner ?? '', client.namespace),
    ),
  );
  return { rules: rulesFor(client.labels, exported.find((merged) => merged.length > 0) ?? []) };
}

/** The name that a host is declared by, as far as a client sees it: what a wildcard stands for has the rules of the wildcard. */
function declaredAs(inventory: Inventory, host: string, { namespace }: Reader): string {
  const seen = inventory.declarationsOf(host).find((one) => isVisible(one.exportTo, one.namespace, namespace));
  return seen?.host ?? host;
}

/** Where a subset is declared; nothing if it is nowhere. */
export function subsetOf(
  { rules }: DestinationPolicy,
  name: string,
): DestinationRule['spec']['subsets'][number] | undefined {
  return rules.flatMap(({ spec }) => spec.subsets).find((subset) => subset.name === name);
}

/** The rule whose policy is that of the whole host. */
export function generalRuleOf({ rules }: DestinationPolicy): DestinationRule | undefined {
  return rules.find(({ spec }) => spec.trafficPolicy !== undefined) ?? rules[0];
}

/** What a DestinationRule says of TLS, and where. */
export interface ToldTls {
  /** `DISABLE`, `SIMPLE`, `MUTUAL` or `ISTIO_MUTUAL` */
  readonly mode: string;
  readonly rule: DestinationRule;
  readonly path: FieldPath;
}

/**
 * How a client's proxy speaks to a port, if a rule says so: a subset's word goes before that of the
 * whole host. What either says of a port stands alone: it inherits nothing, TLS of all ports neither.
 * @param subset nothing and `''` stand for the whole host
 * @param port of the Service
 * @returns nothing if the proxy finds out
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/util/util.go MergeSubsetTrafficPolicy
 */
export function toldTls(policy: DestinationPolicy, subset: string | undefined, port: number): ToldTls | undefined {
  const general = generalRuleOf(policy);
  const found =
    tlsAt(subsetPolicy(policy, subset ?? ''), port) ??
    tlsAt(general && { rule: general, policy: general.spec.trafficPolicy, path: ['spec', 'trafficPolicy'] }, port);
  const tls = found?.policy?.tls;
  return found && tls && { mode: tls.mode ?? 'DISABLE', rule: found.rule, path: [...found.path, 'tls'] };
}

interface PlacedPolicy {
  readonly rule: DestinationRule;
  readonly policy: Omit<TrafficPolicy, 'portLevelSettings'> | undefined;
  readonly path: FieldPath;
}

function subsetPolicy({ rules }: DestinationPolicy, name: string) {
  return rules
    .flatMap((rule) =>
      rule.spec.subsets.map((subset, index) => ({
        name: subset.name,
        rule,
        policy: subset.trafficPolicy,
        path: ['spec', 'subsets', index, 'trafficPolicy'],
      })),
    )
    .find((subset) => subset.name === name);
}

/** Nothing where a policy leaves it to a wider one. */
function tlsAt(
  placed: (Omit<PlacedPolicy, 'policy'> & { readonly policy: TrafficPolicy | undefined }) | undefined,
  port: number,
): PlacedPolicy | undefined {
  const settings = placed?.policy?.portLevelSettings ?? [];
  const index = settings.findIndex((one) => one.port?.number === port);
  if (placed !== undefined && index >= 0) {
    return { rule: placed.rule, policy: settings[index], path: [...placed.path, 'portLevelSettings', index] };
  }
  return placed?.policy?.tls === undefined ? undefined : placed;
}

function hostOf({ manifest, spec }: DestinationRule): string {
  return qualified(spec.host ?? '', manifest.namespace);
}

/** Whether nobody outside of its namespace gets a rule. */
function isConfined({ manifest, spec: { exportTo, workloadSelector } }: DestinationRule): boolean {
  const [only, ...others] = exportTo;
  const isOwn = others.length === 0 && (only === '.' || only === manifest.namespace);
  return workloadSelector !== undefined || isOwn;
}

function isForOwnNamespace({ manifest: { namespace }, spec }: DestinationRule): boolean {
  return spec.workloadSelector !== undefined || isVisible(spec.exportTo, namespace, namespace);
}
