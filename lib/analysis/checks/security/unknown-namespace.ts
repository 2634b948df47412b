import { matchesNamespace } from '../../authorization/patterns';
import type { Check } from '../check';
import { sourceValues } from './rule-values';

export const unknownNamespace: Check = {
  code: 'KIA0101',
  aliases: ['IST0101'],
  level: 'warning',
  title: 'Every namespace that an AuthorizationPolicy names exists',
  reason: 'Nobody calls from a namespace that does not exist: the rule lets nobody in, or keeps nobody out.',
  remedy: 'write the name of a namespace, or its start or end with a *',
  link: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source',
  *find(inventory) {
    const known = [...inventory.namespaces.keys()];
    for (const { manifest, value, path } of sourceValues(
      inventory,
      ['namespaces', 'notNamespaces'],
      'source.namespace',
    )) {
      if (!inventory.namespaces.has(value) && !known.some((namespace) => matchesNamespace(value, { namespace }))) {
        const message = value.includes('*') ? `no namespace matches ${value}` : `there is no namespace ${value}`;
        yield { manifest, path, message };
      }
    }
  },
};
