import type { Pod } from './inventory';

/** One template of pods may reach another at a port of the latter. */
export interface PodEdge {
  readonly from: Pod;
  readonly to: Pod;
  /** As policies on the pod's side see it: a target port. */
  readonly port: number | string;
}

/**
 * `caller -> callee:port` by service accounts, sorted, where the edge holds between all pods of
 * both; the names of the pods where it holds between some: a release that is left out shows.
 */
export function edgeNames(found: readonly PodEdge[], pods: readonly Pod[]): string[] {
  const sizes = new Map<string, number>();
  for (const pod of pods) {
    sizes.set(identity(pod), (sizes.get(identity(pod)) ?? 0) + 1);
  }
  const sizeOf = (pod: Pod): number => sizes.get(identity(pod)) ?? 1;
  const groups = new Map<string, Map<string, PodEdge>>();
  for (const edge of found) {
    const key = `${identity(edge.from)} ${identity(edge.to)} ${edge.port}`;
    const group = groups.get(key) ?? new Map<string, PodEdge>();
    groups.set(key, group.set(`${edge.from.name} ${edge.to.name}`, edge));
  }
  return [...groups.values()]
    .flatMap((group) =>
      [...group.values()].map(({ from, to, port }) =>
        group.size === sizeOf(from) * sizeOf(to)
          ? `${from.account} -> ${to.account}:${port}`
          : `${podName(from)} -> ${podName(to)}:${port}`,
      ),
    )
    .filter(isFirst)
    .sort();
}

/** The same by service accounts alone: that some pod reaches some other. */
export function looseEdgeNames(found: readonly PodEdge[]): string[] {
  return [...new Set(found.map(({ from, to, port }) => `${from.account} -> ${to.account}:${port}`))].sort();
}

/** Somebody at the end of an edge of whom no pod is rendered. */
export function somebody(account: string): Pod {
  return { name: account, namespace: '', account, labels: {}, env: [], meshed: false };
}

function identity({ namespace, account }: Pod): string {
  return `${namespace}/${account}`;
}

function podName({ name, account }: Pod): string {
  return name === account ? account : `${account} (${name})`;
}

function isFirst(name: string, index: number, names: readonly string[]): boolean {
  return names.indexOf(name) === index;
}
