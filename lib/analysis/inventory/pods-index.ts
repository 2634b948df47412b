import type { Labels } from '../manifest/manifest';
import { hasPodsWith, isOfController } from '../views/pod-labels';
import type { Workload } from '../views/workload';
import { indexBy, indexByAll } from './index-by';

/** Finds workloads by the labels of their pods without looking at every one of them. */
export class PodsIndex {
  private readonly byNamespace: ReadonlyMap<string, readonly Workload[]>;
  private readonly byLabel: ReadonlyMap<string, readonly Workload[]>;

  private readonly keys: ReadonlySet<string>;

  constructor(private readonly workloads: readonly Workload[]) {
    this.byNamespace = indexBy(workloads, ({ namespace }) => namespace);
    this.keys = new Set(
      workloads.flatMap(({ namespace, labels }) => Object.keys(labels).map((key) => `${namespace} ${key}`)),
    );
    this.byLabel = indexByAll(workloads, ({ namespace, labels }) =>
      Object.entries(labels).flatMap(([key, value]) => [labelKey(namespace, key, value), labelKey('', key, value)]),
    );
  }

  /** Whether the pods of any workload in a namespace have a label of that key. */
  hasKey(namespace: string, key: string): boolean {
    return this.keys.has(`${namespace} ${key}`);
  }

  in(namespace: string): readonly Workload[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** The workloads whose pods have all the labels; of all namespaces if none is given. */
  selected(labels: Labels, namespace?: string): readonly Workload[] {
    const all = namespace === undefined ? this.workloads : this.in(namespace);
    const written = Object.entries(labels).filter(([key]) => !isOfController(key));
    const groups = written.map(([key, value]) => this.byLabel.get(labelKey(namespace ?? '', key, value)) ?? []);
    const smallest = groups.reduce((one, other) => (other.length < one.length ? other : one), all);
    return smallest.filter((workload) => hasPodsWith(workload, labels));
  }
}

/** @param namespace empty for all of them */
function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace} ${key}=${value}`;
}
