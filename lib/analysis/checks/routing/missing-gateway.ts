import type { FieldPath } from '../../manifest/manifest';
import type { VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { gatewayName } from '../../inventory/gateway-name';
import { isInternal } from './gateway-name';

const groups = ['networking.istio.io', 'gateway.networking.k8s.io'];

export const missingGateway: Check = {
  code: 'KIA1102',
  aliases: ['IST0101'],
  level: 'error',
  title: 'Every gateway that a VirtualService names exists',
  reason: 'Routes of a gateway that does not exist are given to nobody: requests get 404, or never arrive.',
  remedy: 'name a Gateway of the same namespace, or write namespace/name',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService-gateways',
  *find(inventory) {
    for (const route of inventory.virtualServices) {
      const { manifest } = route;
      for (const [reference, path] of referencesIn(route)) {
        const [namespace, name] = gatewayName(reference, manifest.namespace);
        const isKnown = groups.some((group) => inventory.named(group, 'Gateway', namespace, name) !== undefined);
        if (reference !== 'mesh' && !isInternal(reference) && !isKnown) {
          yield { manifest, path, message: `there is no Gateway ${name} in namespace ${namespace}` };
        }
      }
    }
  },
};

/** What the whole object names, and what single matches name beside that. */
function* referencesIn({ spec }: VirtualService): Generator<[reference: string, path: FieldPath]> {
  for (const [index, reference] of spec.gateways.entries()) {
    yield [reference, ['spec', 'gateways', index]];
  }
  const named = new Set(spec.gateways);
  const { http, tcp, tls } = spec;
  for (const [protocol, rules] of Object.entries({ http, tcp, tls })) {
    for (const [index, { match }] of rules.entries()) {
      for (const [number, { gateways }] of match.entries()) {
        for (const [position, reference] of gateways.entries()) {
          if (!named.has(reference)) {
            yield [reference, ['spec', protocol, index, 'match', number, 'gateways', position]];
          }
        }
      }
    }
  }
}
