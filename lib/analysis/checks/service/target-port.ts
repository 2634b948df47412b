import type { Inventory } from '../../inventory/inventory';
import { declaredPorts, targetPortOf } from '../../inventory/pod-port';
import { gatewaysOf } from '../../routing/gateway-servers';
import { ownPorts } from '../../transport/interception';
import type { Service } from '../../views/service';
import type { Container, Workload } from '../../views/workload';
import type { Check } from '../check';
import { mentions } from '../mention';

/** Ports of the injected proxy, which no container of the files declares. */
const ofProxy: readonly string[] = ['http-envoy-prom', ...ownPorts.map(String)];

/**
 * A name of a port means nothing but what a container declares. Numbers are another matter:
 * Kubernetes takes declared ports for documentation, and many pods listen on more. So a number counts
 * as wrong only where the Service leads to no declared port at all, and the pods declare one that
 * nobody uses. Kiali reports every number; it also looks for pods by the labels of the Deployment.
 */
export const targetPort: Check = {
  code: 'KIA0701',
  level: 'warning',
  title: 'Every port of a Service leads to a port of its pods',
  reason:
    'Connections to a port that no container listens on are refused; a name that no container declares has no endpoints at all.',
  remedy: 'write the number or name of a containerPort as targetPort, or declare the port',
  link: 'https://kiali.io/docs/features/validations/#kia0701---deployment-exposing-same-port-as-service-not-found',
  *find(inventory) {
    for (const service of inventory.services) {
      const workloads = inventory.workloadsBehind(service).filter((workload) => !isProxy(inventory, workload));
      const isLost = workloads.length > 0 && workloads.every((workload) => leadsNowhere(inventory, service, workload));
      for (const [index, port] of workloads.length === 0 ? [] : service.ports.entries()) {
        const target = targetPortOf(port);
        const isName = !/^\d+$/.test(target);
        if (!ofProxy.includes(target) && (isName || isLost) && !workloads.some((one) => declares(one, target))) {
          const field = port.targetPort === undefined ? 'port' : 'targetPort';
          const message = `no container of ${mentions(workloads.map(({ manifest }) => manifest))} declares port ${target}`;
          yield { manifest: service.manifest, path: ['spec', 'ports', index, field], message };
        }
      }
    }
  },
};

function leadsNowhere(inventory: Inventory, { ports }: Service, workload: Workload): boolean {
  const used = new Set(inventory.servicesOf(workload).flatMap((service) => service.ports.map(targetPortOf)));
  const isUsed = ({ name = '', containerPort }: Container['ports'][number]): boolean =>
    used.has(name) || used.has(String(containerPort));
  return !ports.some((port) => declares(workload, targetPortOf(port))) && !declaredPorts(workload).every(isUsed);
}

function declares(workload: Workload, target: string): boolean {
  return declaredPorts(workload).some(({ name, containerPort }) => name === target || String(containerPort) === target);
}

/** The proxy of a gateway opens the ports of its Gateways, among the files or not, whatever its container declares. */
function isProxy(inventory: Inventory, workload: Workload): boolean {
  const { containers } = workload;
  const isInjected = containers.some(({ name, image }) => name === 'istio-proxy' && image === 'auto');
  return isInjected || gatewaysOf(inventory, workload).length > 0;
}
