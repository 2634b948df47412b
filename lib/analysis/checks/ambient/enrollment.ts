import { isAmbient, isAmbientNamespace } from '../../inventory/ambient';
import type { Inventory } from '../../inventory/inventory';
import type { Hit } from '../../finding';
import type { Labels, Manifest } from '../../manifest/manifest';
import type { Service } from '../../views/service';
import type { Workload } from '../../views/workload';
import { mention } from '../mention';

export const useWaypoint = 'istio.io/use-waypoint';

/** A waypoint by its name. */
export interface WaypointName {
  readonly namespace: string;
  readonly name: string;
}

export function labelsOfNamespace({ namespaces }: Inventory, namespace: string): Labels {
  return namespaces.get(namespace) ?? {};
}

/** The workloads of a namespace whose pods have some labels. Waypoints take part in nothing of the kind. */
export function workloadsOf({ pods }: Inventory, namespace: string, labels: Labels = {}): readonly Workload[] {
  const className = 'gateway.networking.k8s.io/gateway-class-name';
  return pods.selected(labels, namespace).filter((workload) => workload.labels[className] !== 'istio-waypoint');
}

/** Whether some pods behind a Service are ambient; without any pods, whether such pods would be. */
export function isAmbientService(inventory: Inventory, service: Service): boolean {
  const workloads = inventory.workloadsBehind(service);
  return workloads.length === 0
    ? isAmbientNamespace(inventory, service.namespace)
    : workloads.some((workload) => isAmbient(inventory, workload));
}

/**
 * The waypoint that an object of a namespace is sent through: its own label goes before that of the
 * namespace, and `none` is a way out.
 * @see https://istio.io/latest/docs/ambient/usage/waypoint/#use-a-waypoint-proxy
 */
export function waypointOf(inventory: Inventory, labels: Labels, namespace: string): WaypointName | undefined {
  const saying = labels[useWaypoint] === undefined ? labelsOfNamespace(inventory, namespace) : labels;
  return waypointNamed(saying, namespace);
}

/** Whether some labels are a way out of the waypoint of the namespace. */
export function optsOut(labels: Labels): boolean {
  return labels[useWaypoint] === 'none';
}

/** Where an object, or its pods, opts out it is that label that has to go, whatever the namespace says. */
export function remedyAgainst(manifest: Manifest, labels = manifest.labels): Pick<Hit, 'remedy'> {
  return optsOut(labels)
    ? { remedy: `remove \`${useWaypoint}: none\` from ${mention(manifest)}, or name a waypoint there` }
    : {};
}

/** The waypoint that some labels name. */
export function waypointNamed(labels: Labels, namespace: string): WaypointName | undefined {
  const name = labels[useWaypoint] ?? '';
  const isNone = name === '' || name === 'none';
  return isNone ? undefined : { name, namespace: labels[`${useWaypoint}-namespace`] ?? namespace };
}

/** A waypoint is before a workload's pods themselves, or before a Service that sends to them. */
export function isBehindWaypoint(inventory: Inventory, workload: Workload): boolean {
  const { labels, namespace } = workload;
  const services = inventory.servicesOf(workload);
  return labels[useWaypoint] === undefined && services.length > 0
    ? services.some(({ manifest }) => waypointOf(inventory, manifest.labels, namespace) !== undefined)
    : waypointOf(inventory, labels, namespace) !== undefined;
}
