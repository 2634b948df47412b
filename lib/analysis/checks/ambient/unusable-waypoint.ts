import { admitsNamespace } from '../../inventory/admission';
import type { Inventory } from '../../inventory/inventory';
import type { FieldPath, Labels, Manifest } from '../../manifest/manifest';
import { kubernetesGateway } from '../../views/gateway-api';
import type { Check } from '../check';
import { gatewayApi } from '../gateway-api/routes';
import { useWaypoint, type WaypointName, waypointNamed } from './enrollment';

export const unusableWaypoint: Check = {
  code: 'KIA1313',
  level: 'error',
  title: 'Every waypoint that is asked for exists and takes the traffic',
  reason: 'Without its waypoint, traffic goes on without any policy or route for requests, or is refused.',
  remedy: 'name a Gateway of class `istio-waypoint`, and let it take the namespace and the kind of traffic',
  link: 'https://istio.io/latest/docs/ambient/usage/waypoint/#use-a-waypoint-proxy',
  *find(inventory) {
    for (const { manifest, labels, namespace, traffic, path } of labelled(inventory)) {
      const waypoint = waypointNamed(labels, namespace);
      const problem = waypoint === undefined ? undefined : problemOf(inventory, waypoint, namespace, traffic);
      if (problem !== undefined) {
        yield { manifest, path, message: problem };
      }
    }
  },
};

interface Labelled {
  readonly manifest: Manifest;
  readonly labels: Labels;
  readonly namespace: string;
  /** Whom the traffic is addressed to; a namespace leaves it open. */
  readonly traffic?: 'service' | 'workload';
  readonly path: FieldPath;
}

function labelled(inventory: Inventory): Labelled[] {
  const path = ['metadata', 'labels', useWaypoint];
  const services = [...inventory.ofKind('', 'Service'), ...inventory.ofKind('networking.istio.io', 'ServiceEntry')];
  return [
    ...inventory
      .ofKind('', 'Namespace')
      .map((manifest) => ({ manifest, labels: manifest.labels, namespace: manifest.name, path })),
    ...services.map((manifest) => ({
      manifest,
      labels: manifest.labels,
      namespace: manifest.namespace,
      traffic: 'service' as const,
      path,
    })),
    ...inventory.workloads.map(({ manifest, labels, namespace, podPath }) => ({
      manifest,
      labels,
      namespace,
      traffic: 'workload' as const,
      path: [...podPath, ...path],
    })),
  ];
}

function problemOf(
  inventory: Inventory,
  { namespace, name }: WaypointName,
  from: string,
  traffic: Labelled['traffic'],
): string | undefined {
  const gateway = inventory.named(gatewayApi, 'Gateway', namespace, name);
  if (gateway === undefined) {
    return `there is no waypoint ${name} in namespace ${namespace}`;
  }
  const { gatewayClassName = '', listeners } = kubernetesGateway.view(gateway).spec;
  const tunnels = listeners.filter(({ protocol }) => protocol === 'HBONE');
  if (gatewayClassName === 'istio' && tunnels.length === 0) {
    return `Gateway ${namespace}/${name} is of class istio: it is no waypoint`;
  }
  const isAdmitted = listeners.some((listener) => admitsNamespace(inventory, listener, namespace, from));
  if (listeners.length > 0 ? !isAdmitted : namespace !== from) {
    return `the listeners of waypoint ${namespace}/${name} do not take namespace ${from}`;
  }
  const taken = gateway.labels['istio.io/waypoint-for'] ?? 'service';
  const isTaken = traffic === undefined || taken === 'all' || taken === traffic;
  return isTaken ? undefined : `waypoint ${namespace}/${name} is for ${taken}, and not for traffic to a ${traffic}`;
}
