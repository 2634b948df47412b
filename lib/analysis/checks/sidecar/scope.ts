import { hostMatches } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import type { Sidecar } from '../../views/sidecar';
import type { Workload } from '../../views/workload';

/** `namespace/host`: which hosts of which namespaces a Sidecar lets its pods see. */
export interface EgressHost {
  /** `*` for all, `~` for none. */
  readonly namespace: string;
  readonly host: string;
}

/** An entry as it is meant, if it has the two parts. */
export function egressHost(entry: string, owner: string): EgressHost | undefined {
  const [, namespace, host] = /^([^/]+)\/([^/]+)$/.exec(entry) ?? [];
  return namespace === undefined || host === undefined
    ? undefined
    : { namespace: namespace === '.' ? owner : namespace, host };
}

export function isWithin({ namespace, host }: EgressHost, owner: string, name: string): boolean {
  return (namespace === '*' || namespace === owner) && hostMatches(host, name);
}

export function labelsOf({ spec }: Sidecar): Readonly<Record<string, string>> {
  return spec.workloadSelector?.labels ?? {};
}

export function isSelective(sidecar: Sidecar): boolean {
  return Object.keys(labelsOf(sidecar)).length > 0;
}

/**
 * Which Sidecar scopes a workload: the one that selects it, else its namespace's, else that of the
 * root namespace.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export function scopeFinder(inventory: Inventory): (workload: Workload) => Sidecar | undefined {
  const { sidecars, mesh, pods } = inventory;
  const own = new Map<Workload, Sidecar>();
  for (const sidecar of sidecars.filter(isSelective).toReversed()) {
    pods.selected(labelsOf(sidecar), sidecar.manifest.namespace).forEach((workload) => own.set(workload, sidecar));
  }
  const defaults = sidecars.filter((sidecar) => !isSelective(sidecar)).toReversed();
  const ofNamespace = new Map(defaults.map((sidecar) => [sidecar.manifest.namespace, sidecar]));
  return (workload) => own.get(workload) ?? ofNamespace.get(workload.namespace) ?? ofNamespace.get(mesh.rootNamespace);
}
