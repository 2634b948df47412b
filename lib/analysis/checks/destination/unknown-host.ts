import { qualified } from '../../inventory/hosts';
import type { Check } from '../check';

/** A wildcard stands for hosts that may come later. */
export const unknownHost: Check = {
  code: 'KIA0202',
  aliases: ['IST0174'],
  level: 'warning',
  title: 'Every DestinationRule is for a host that the mesh knows',
  reason:
    'A rule for a host that neither a Service nor a ServiceEntry has changes nothing: its limits and subsets do not exist.',
  remedy:
    'write the full name of a Service (name.namespace.svc.cluster.local), or declare the host with a ServiceEntry',
  link: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule-host',
  *find(inventory) {
    for (const { manifest, spec } of inventory.destinationRules) {
      const host = qualified(spec.host ?? '', manifest.namespace);
      if (host !== '' && !host.startsWith('*') && !inventory.knowsHost(host)) {
        yield { manifest, path: ['spec', 'host'], message: `no Service and no ServiceEntry has the host ${host}` };
      }
    }
  },
};
