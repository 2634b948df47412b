import { qualified } from '../../inventory/hosts';
import { includesLabels } from '../../views/selector';
import type { Check } from '../check';
import { mention } from '../mention';
import { endpointLabels, knowableLabels } from './endpoints';
import { routedSubsets } from './routed-subsets';

/**
 * Both other tools look for the labels anywhere: here the Service has to select the pods as well. A subset that no route names yet may
 * well be declared before its pods come.
 */
export const emptySubset: Check = {
  code: 'KIA0203',
  aliases: ['IST0173'],
  level: 'error',
  title: 'Every subset has pods',
  reason: 'Requests for a subset whose labels none of the pods of its host have are answered with 503.',
  remedy: 'write the labels of the pods that the Service selects, or remove the subset',
  link: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset',
  *find(inventory) {
    const routed = routedSubsets(inventory);
    for (const { manifest, spec } of inventory.destinationRules) {
      const host = qualified(spec.host ?? '', manifest.namespace);
      const endpoints = inventory.knowsHost(host) ? endpointLabels(inventory, host) : undefined;
      for (const [index, { name = '', labels }] of spec.subsets.entries()) {
        const wanted = knowableLabels(labels);
        if (endpoints?.some((one) => includesLabels(one, wanted)) === false && Object.keys(wanted).length > 0) {
          const text = Object.entries(wanted).map(([key, value]) => `${key}=${value}`);
          const message = `no pod of ${host} has the labels ${text.join(', ')} of subset ${name}`;
          const at = { manifest, path: ['spec', 'subsets', index, 'labels'] };
          const naming = routed.get(`${name} ${host}`);
          yield naming === undefined
            ? { ...at, message, level: 'info' }
            : { ...at, message: `${message}, which ${mention(naming.manifest, naming.path)} names` };
        }
      }
    }
  },
};
