import type { CallingPod } from '../access/pod';
import { closestPattern, qualified } from '../inventory/hosts';
import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import { isVisible } from '../inventory/visibility';
import type { DestinationRule, TrafficPolicy } from '../views/destination-rule';
import { includesLabels, selects } from '../views/selector';
import type { Service } from '../views/service';
import type { Workload } from '../views/workload';

/** How a caller's proxy was told to speak to a callee, and by which rule. */
export interface ClientTls {
  /** `DISABLE`, `SIMPLE`, `MUTUAL`, `ISTIO_MUTUAL`. @default - as the callee's proxy can */
  readonly mode?: string | undefined;
  /** @default - no rule is about the callee */
  readonly rule?: DestinationRule | undefined;
  /** Whether a subset has other TLS: then it depends on the route of the request. */
  readonly isOfSubset: boolean;
}

type RulesOfNamespace = ReadonlyMap<string, readonly DestinationRule[]>;

/** Finds what DestinationRules say of TLS. */
export class ClientTlsRules {
  /** By namespace, and there by qualified host. */
  private readonly rules: ReadonlyMap<string, RulesOfNamespace>;
  private readonly wildcards: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly inventory: Inventory) {
    const byNamespace = indexBy(inventory.destinationRules, ({ manifest }) => manifest.namespace);
    const rules = [...byNamespace].map(([namespace, some]) => [namespace, indexBy(some, hostOf)] as const);
    this.rules = new Map(rules);
    this.wildcards = new Map(
      rules.map(([namespace, some]) => [namespace, [...some.keys()].filter((host) => host.startsWith('*'))]),
    );
  }

  /**
   * What the rule for a Service says that a caller's proxy follows: one of the caller's namespace goes
   * before one of the Service's, and that before one of the root namespace; a rule for some callers
   * goes before those for all.
   * @param port of the Service: what a rule says of a port stands alone, it inherits nothing
   * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration
   */
  toward({ host, namespace }: Service, port: number, workload: Workload, caller: CallingPod): ClientTls {
    const places = [...new Set([caller.namespace, namespace, this.inventory.mesh.rootNamespace])];
    const rules = places.map((place) => this.rulesIn(place, host, caller)).find((found) => found.length > 0) ?? [];
    const rule = rules.find(({ spec }) => spec.trafficPolicy !== undefined) ?? rules[0];
    const mode = modeIn(rule?.spec.trafficPolicy, port);
    const subsets = rules.flatMap(({ spec }) => spec.subsets);
    const isOfSubset = subsets
      .filter(({ labels }) => includesLabels(workload.labels, labels))
      .some(({ trafficPolicy }) => (modeIn(trafficPolicy, port) ?? mode) !== mode);
    return { mode, rule, isOfSubset };
  }

  private rulesIn(place: string, host: string, caller: CallingPod): readonly DestinationRule[] {
    const rules = this.rules.get(place);
    const pattern = rules?.has(host) === true ? host : closestPattern(this.wildcards.get(place) ?? [], host);
    const visible = (rules?.get(pattern ?? '') ?? []).filter(
      ({ manifest, spec }) =>
        manifest.namespace === caller.namespace || isVisible(spec.exportTo, manifest.namespace, caller.namespace),
    );
    const isFor = ({ manifest, spec: { workloadSelector } }: DestinationRule) =>
      workloadSelector !== undefined &&
      manifest.namespace === caller.namespace &&
      selects(workloadSelector, caller.labels);
    const own = visible.filter(isFor);
    return own.length > 0 ? own : visible.filter(({ spec }) => spec.workloadSelector === undefined);
  }
}

function hostOf({ manifest, spec }: DestinationRule): string {
  return qualified(spec.host ?? '', manifest.namespace);
}

function modeIn(policy: TrafficPolicy | undefined, port: number): string | undefined {
  const ofPort = policy?.portLevelSettings.find((one) => one.port?.number === port);
  return ofPort === undefined ? policy?.tls?.mode : ofPort.tls?.mode;
}
