import type { Inventory } from '../../inventory/inventory';
import { targetPortOf } from '../../inventory/pod-port';
import { ownPorts } from '../../transport/interception';
import { isUndeclared, mayBeMeshed } from '../workload/injection';
import { protocolOf, type Service } from '../../views/service';
import type { Check } from '../check';

/**
 * What istioctl reports for every Service, and Kiali for those of the mesh, where alone it matters. What leads to the proxy itself,
 * to its health or its metrics, it does not look into.
 */
export const portName: Check = {
  code: 'KIA0601',
  aliases: ['IST0118'],
  level: 'info',
  title: 'Every port of a Service of the mesh says its protocol',
  reason:
    'Where neither name nor appProtocol says the protocol, the proxy waits for the first bytes of each connection: protocols in which the server speaks first hang, and routes of HTTP may not apply.',
  remedy: 'name the port <protocol>[-suffix], like http-web, or give it appProtocol',
  link: 'https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/',
  *find(inventory) {
    for (const service of inventory.services.filter((one) => isOfMesh(inventory, one))) {
      for (const [index, port] of service.ports.entries()) {
        const isOfProxy = ownPorts.map(String).includes(targetPortOf(port));
        if (protocolOf(port) === undefined && port.appProtocol === undefined && !isOfProxy) {
          const found = port.name === undefined ? 'has no name' : `is called ${JSON.stringify(port.name)}`;
          const message = `port ${port.port ?? ''} ${found}, which names no protocol`;
          yield { manifest: service.manifest, path: ['spec', 'ports', index], message };
        }
      }
    }
  },
};

/**
 * Whether a sidecar may stand before the pods, as far as the files can tell. An ExternalName has none, and what Istio makes for a
 * Gateway of the Gateway API is nobody's to write.
 */
export function isOfMesh(inventory: Inventory, service: Service): boolean {
  const workloads = inventory.workloadsBehind(service);
  const isSelecting = Object.keys(service.selector).length > 0;
  return (
    service.type !== 'ExternalName' &&
    !('gateway.istio.io/managed' in service.manifest.labels) &&
    (workloads.some((workload) => mayBeMeshed(inventory, workload)) ||
      (workloads.length === 0 && isSelecting && isUndeclared(inventory, service.namespace)))
  );
}
