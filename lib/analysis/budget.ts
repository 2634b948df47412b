import { type Amount, amount, exceeds, isQuantity, nothing, sum, times } from '../kubernetes/quantity';
import { isAssumed } from './inventory/assumed';
import type { Inventory } from './inventory/inventory';
import type { FieldPath, Manifest } from './manifest/manifest';
import type { Container, Workload } from './views/workload';

/** A request that is no quantity: an API server refuses the object, and nothing can be counted. */
export interface BadRequest {
  readonly manifest: Manifest;
  readonly path: FieldPath;
  readonly value: string;
}

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
  /** What counts as nothing for that reason. */
  readonly badRequests: readonly BadRequest[];
  readonly platform: Amount;
  readonly total: Amount;
  readonly capacity: Amount;
  readonly fits: boolean;
}

export interface BudgetProps {
  readonly inventory: Inventory;
  /** What a sidecar asks for unless its pod says otherwise. */
  readonly sidecar: Amount;
  /** What runs beside the objects. */
  readonly platform: Amount;
  /** What all of it has to fit into. */
  readonly capacity: Amount;
  /** How many nodes that is: a DaemonSet has a pod on each. */
  readonly nodes: number;
}

/** Sums what pods and their sidecars ask for, object by object. */
export function budgetOf({ inventory, sidecar, platform, capacity, nodes }: BudgetProps): BudgetReport {
  const counted = inventory.workloads.filter(({ manifest }) => !isAssumed(manifest));
  const rows = counted.map((workload): BudgetRow => {
    const { kind, namespace, name } = workload;
    const pods = kind === 'DaemonSet' ? nodes : workload.replicas;
    const sidecars = inventory.isMeshed(workload) ? sidecarOf(workload, sidecar) : nothing;
    const containers = containersOf(workload);
    return {
      kind,
      namespace,
      name,
      pods,
      containers: times(pods, containers),
      sidecars: times(pods, sidecars),
    };
  });
  const total = sum(platform, ...rows.flatMap((row) => [row.containers, row.sidecars]));
  const fits = !exceeds(total.cpu, capacity.cpu) && !exceeds(total.memory, capacity.memory);
  return { rows, badRequests: counted.flatMap(badRequestsOf), platform, total, capacity, fits };
}

/** Containers that start first and stay count like any other. */
function containersOf({ containers, initContainers }: Workload): Amount {
  const staying = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  return sum(nothing, ...[...containers, ...staying].map(requestsOf));
}

function requestsOf({ resources }: Container): Amount {
  return amountOrNothing(resources?.requests?.cpu, resources?.requests?.memory);
}

/** One of the four annotations is enough for Istio to drop all of its defaults for the pod. */
function sidecarOf({ annotations }: Workload, usual: Amount): Amount {
  const own = ['proxyCPU', 'proxyMemory', 'proxyCPULimit', 'proxyMemoryLimit'].map(
    (key) => annotations[`sidecar.istio.io/${key}`],
  );
  return own.every((value) => value === undefined) ? usual : amountOrNothing(own[0], own[1]);
}

function badRequestsOf({ manifest, podPath, containers, initContainers, annotations }: Workload): BadRequest[] {
  const at = (list: string, found: readonly Container[]): (readonly [FieldPath, string | undefined])[] =>
    found.flatMap(({ resources }, index) =>
      (['cpu', 'memory'] as const).map(
        (name) =>
          [[...podPath, 'spec', list, index, 'resources', 'requests', name], resources?.requests?.[name]] as const,
      ),
    );
  const sidecar = ['sidecar.istio.io/proxyCPU', 'sidecar.istio.io/proxyMemory'].map(
    (name) => [[...podPath, 'metadata', 'annotations', name], annotations[name]] as const,
  );
  return [...at('containers', containers), ...at('initContainers', initContainers), ...sidecar].flatMap(
    ([path, value]) => (value === undefined || isQuantity(value) ? [] : [{ manifest, path, value }]),
  );
}

/** What is no quantity asks for nothing. */
function amountOrNothing(cpu = '0', memory = '0'): Amount {
  return amount({ cpu: isQuantity(cpu) ? cpu : '0', memory: isQuantity(memory) ? memory : '0' });
}
