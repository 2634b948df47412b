import type { Check } from '../check';

export const missingGateway: Check = {
  code: 'KIA1102',
  aliases: ['IST0101'],
  level: 'error',
  title: 'Every gateway that a VirtualService names exists',
  reason: 'Routes of a gateway that does not exist are given to nobody: requests get 404, or never arrive.',
  remedy: 'name a Gateway of the same namespace, or write namespace/name',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService-gateways',
  *find(inventory) {
    for (const { manifest, spec } of inventory.virtualServices) {
      for (const [index, gateway] of spec.gateways.entries()) {
        const [namespace, name] = gateway.includes('/') ? splitName(gateway) : [manifest.namespace, gateway];
        if (gateway !== 'mesh' && inventory.named('networking.istio.io', 'Gateway', namespace, name) === undefined) {
          const message = `there is no Gateway ${name} in namespace ${namespace}`;
          yield { manifest, path: ['spec', 'gateways', index], message };
        }
      }
    }
  },
};

function splitName(gateway: string): [namespace: string, name: string] {
  const [namespace = '', ...name] = gateway.split('/');
  return [namespace, name.join('/')];
}
