import { isHost, isLabel, repeated } from './name';
import type { SchemaRule } from './rule';

/** Subsets have names, each its own, and the host they are of is one. */
export const subset: SchemaRule = function* find({ destinationRules }) {
  for (const { manifest, spec } of destinationRules) {
    const twice = repeated(spec.subsets.map(({ name }) => name));
    for (const [index, { name }] of spec.subsets.entries()) {
      const path = ['spec', 'subsets', index, 'name'];
      if (twice.includes(index)) {
        const message = `two subsets are called ${JSON.stringify(name)}, so a route can't say which`;
        yield { manifest, path, message, remedy: 'give each subset a name of its own' };
      } else if (name !== undefined && !isLabel(name)) {
        const message = `${JSON.stringify(name)} is no name of a subset`;
        yield { manifest, path, message, remedy: 'write letters, digits and dashes' };
      }
    }
    if (spec.host !== undefined && !isHost(spec.host)) {
      const message = `${JSON.stringify(spec.host)} is no host`;
      yield { manifest, path: ['spec', 'host'], message, remedy: 'write the name of a Service or of a ServiceEntry' };
    }
  }
};
