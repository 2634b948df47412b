import { protocolOf } from '../../views/service';
import type { Check } from '../check';
import { isOfMesh } from './port-name';

export const appProtocol: Check = {
  code: 'KIA0602',
  aliases: ['IST0118'],
  level: 'warning',
  title: 'Every appProtocol is one that Istio knows',
  reason: 'appProtocol goes before the name of the port, so an unknown one leaves the proxy guessing.',
  remedy: 'write one of http, http2, grpc, grpc-web, https, tls, tcp, mongo, mysql, redis, kubernetes.io/h2c',
  link: 'https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/#explicit-protocol-selection',
  *find(inventory) {
    for (const service of inventory.services.filter((one) => isOfMesh(inventory, one))) {
      for (const [index, { appProtocol, protocol }] of service.ports.entries()) {
        if (appProtocol !== undefined && protocolOf({ appProtocol, protocol }) === undefined) {
          const message = `${JSON.stringify(appProtocol)} is no protocol that Istio knows`;
          yield { manifest: service.manifest, path: ['spec', 'ports', index, 'appProtocol'], message };
        }
      }
    }
  },
};
