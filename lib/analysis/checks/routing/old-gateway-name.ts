import type { Check } from '../check';
import { gatewayName } from '../../inventory/gateway-name';
import { isInternal } from './gateway-name';

export const oldGatewayName: Check = {
  code: 'KIA1108',
  level: 'info',
  title: 'Gateways of other namespaces are named namespace/name',
  reason: 'The name of a host in the place of a gateway is an older way to write it, which Istio keeps by guessing.',
  remedy: 'write namespace/name',
  link: 'https://kiali.io/docs/features/validations/#kia1108---preferred-nomenclature-gateway-namespacegateway-name',
  *find({ virtualServices }) {
    for (const { manifest, spec } of virtualServices) {
      for (const [index, reference] of spec.gateways.entries()) {
        if (reference.includes('.') && !reference.includes('/') && !isInternal(reference)) {
          const [namespace, name] = gatewayName(reference, manifest.namespace);
          const message = `${reference} is read as Gateway ${name} of namespace ${namespace}`;
          yield { manifest, path: ['spec', 'gateways', index], message, remedy: `write ${namespace}/${name}` };
        }
      }
    }
  },
};
