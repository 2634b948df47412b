import type { Mesh } from '../mesh';
import type { Problem } from '../problem';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
const dnsLabel = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Room for the longest suffix a service's objects get: `<name>-canary`. */
const longestName = 63 - '-canary'.length;

/** Names become DNS labels, label values and prefixes of object names, so they obey the strictest of these. */
export function names(mesh: Mesh): Problem[] {
  return mesh.services.flatMap((service) => {
    const fields = { name: service.name, namespace: service.namespace, serviceName: service.serviceName };
    return Object.entries(fields)
      .filter(([field, value]) => !dnsLabel.test(value) || (field === 'name' && value.length > longestName))
      .map(([field, value]) => ({
        path: ['services', service.name, field],
        value,
        rule: `a ${field} is a DNS label: lower-case letters, digits and dashes, starting with a letter, at most ${field === 'name' ? longestName : 63} characters`,
        remedy: 'rename it, for example to `orders`',
      }));
  });
}
