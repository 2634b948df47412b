import type { ServicePort } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';

/** Ports of the injected proxy, which no container of the files declares. */
const ofProxy: readonly string[] = ['http-envoy-prom', '15020', '15021', '15090'];

/**
 * Kubernetes takes declared ports for documentation, so a number counts as missing only where every
 * workload behind the Service declares ports. A name has to be declared: it means nothing else.
 * Workloads are found by the labels of their pods; Kiali looks at those of the Deployment.
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
      const workloads = inventory.workloadsBehind(service);
      for (const [index, port] of service.ports.entries()) {
        const target = port.targetPort ?? String(port.port ?? '');
        if (workloads.length > 0 && isMissing(target, workloads)) {
          const field = port.targetPort === undefined ? 'port' : 'targetPort';
          const message = `no container of ${workloads.map(({ name }) => name).join(', ')} declares port ${target}`;
          yield { manifest: service.manifest, path: ['spec', 'ports', index, field], message };
        }
      }
    }
  },
};

function isMissing(target: NonNullable<ServicePort['targetPort']>, workloads: readonly Workload[]): boolean {
  const isName = !/^\d+$/.test(target);
  return (
    !ofProxy.includes(target) &&
    workloads.every((workload) => {
      const declared = containersOf(workload).flatMap(({ ports }) => ports);
      const isOpen = declared.length === 0 && !isName;
      const found = declared.some(({ name, containerPort }) => name === target || String(containerPort) === target);
      return !isOpen && !found && !isInjectedGateway(workload);
    })
  );
}

function containersOf({ containers, initContainers }: Workload): Workload['containers'] {
  return [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')];
}

/** The proxy of a gateway opens the ports of its Gateways, whatever its container declares. */
function isInjectedGateway({ containers }: Workload): boolean {
  return containers.some(({ name, image }) => name === 'istio-proxy' && image === 'auto');
}
