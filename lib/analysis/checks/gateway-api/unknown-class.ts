import type { Check } from '../check';
import { gatewayApi } from './routes';

/** What istiod makes by itself, with the settings that some of them ask for. */
const classesOfIstio: readonly string[] = [
  'istio',
  'istio-remote',
  'istio-waypoint',
  'istio-east-west',
  'istio-agentgateway',
  'istio-agentgateway-waypoint',
];

/** A warning only: another product may bring its class along, outside of the files. */
export const unknownClass: Check = {
  code: 'KIA1504',
  level: 'warning',
  title: 'Every Gateway is of a class that somebody serves',
  reason: 'A Gateway of a class that the cluster does not have is programmed by nobody: there is no proxy for it.',
  remedy: 'write `istio` (or `istio-waypoint`), or add the GatewayClass to the files',
  link: 'https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/',
  *find(inventory) {
    for (const { manifest, spec } of inventory.kubernetesGateways) {
      const { gatewayClassName: name = '' } = spec;
      const isKnown =
        classesOfIstio.includes(name) || inventory.named(gatewayApi, 'GatewayClass', '', name) !== undefined;
      if (name !== '' && !isKnown) {
        const message = `there is no GatewayClass ${name}, and Istio brings none of that name`;
        yield { manifest, path: ['spec', 'gatewayClassName'], message };
      }
    }
  },
};
