import { type Amount, amount, exceeds, nothing, sum, times } from '../kubernetes/quantity';
import { injectedNamespace, type Pods, podsOf } from './pods';

/** What the pods of one object ask for, all of them together. */
export interface BudgetRow {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly pods: number;
  readonly containers: Amount;
  /** Nothing for pods without a sidecar. */
  readonly sidecars: Amount;
}

export interface BudgetReport {
  readonly rows: readonly BudgetRow[];
  readonly platform: Amount;
  readonly total: Amount;
  readonly capacity: Amount;
  readonly fits: boolean;
}

export interface BudgetProps {
  /** Kubernetes objects, as parsed; those that make no pods are passed over. */
  readonly objects: readonly unknown[];
  /** What a sidecar asks for unless its pod says otherwise. */
  readonly sidecar: Amount;
  /** What runs beside the objects. */
  readonly platform: Amount;
  /** What all of it has to fit into. */
  readonly capacity: Amount;
}

/** Sums what pods and their sidecars ask for, object by object. */
export function budgetOf({ objects, sidecar, platform, capacity }: BudgetProps): BudgetReport {
  const injected = new Set(objects.map(injectedNamespace));
  const rows = objects
    .map(podsOf)
    .filter((pods) => pods !== undefined)
    .map((pods) => ({
      kind: pods.kind,
      namespace: pods.namespace,
      name: pods.name,
      pods: pods.count,
      containers: times(pods.count, containersOf(pods)),
      sidecars: hasSidecar(pods, injected) ? times(pods.count, sidecarOf(pods, sidecar)) : nothing,
    }));
  const total = sum(platform, ...rows.flatMap((row) => [row.containers, row.sidecars]));
  const fits = !exceeds(total.cpu, capacity.cpu) && !exceeds(total.memory, capacity.memory);
  return { rows, platform, total, capacity, fits };
}

function containersOf({ requests }: Pods): Amount {
  return sum(...requests.map(({ cpu = '0', memory = '0' }) => amount({ cpu, memory })));
}

/**
 * The pod's own word goes before its namespace's.
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy
 */
function hasSidecar({ namespace, labels }: Pods, injected: ReadonlySet<string | undefined>): boolean {
  const word = labels['sidecar.istio.io/inject'];
  return word === undefined ? injected.has(namespace) : word === 'true';
}

/** One of the four annotations is enough for Istio to drop all of its defaults for the pod. */
function sidecarOf({ annotations }: Pods, usual: Amount): Amount {
  const own = ['proxyCPU', 'proxyMemory', 'proxyCPULimit', 'proxyMemoryLimit'].map(
    (key) => annotations[`sidecar.istio.io/${key}`],
  );
  const [cpu = '0', memory = '0'] = own;
  return own.every((value) => value === undefined) ? usual : amount({ cpu, memory });
}
