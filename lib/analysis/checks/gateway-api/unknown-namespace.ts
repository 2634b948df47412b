import type { Check } from '../check';

export const unknownNamespace: Check = {
  code: 'KIA1601',
  level: 'error',
  title: 'Every namespace that a ReferenceGrant names exists',
  reason: 'A grant to a namespace that does not exist grants nothing, and the routes it was meant for stay refused.',
  remedy: 'write the namespace of the routes',
  link: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  *find({ referenceGrants, namespaces }) {
    for (const { manifest, spec } of referenceGrants) {
      for (const [index, { namespace = '' }] of spec.from.entries()) {
        if (namespace !== '' && !namespaces.has(namespace)) {
          yield { manifest, path: ['spec', 'from', index, 'namespace'], message: `there is no namespace ${namespace}` };
        }
      }
    }
  },
};
