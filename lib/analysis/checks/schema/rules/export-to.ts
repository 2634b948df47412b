import type { SchemaRule } from './rule';
import { isLabel, repeated } from './name';

/** A list of namespaces to be visible in names each once, and nothing beside `*`. */
export const exportTo: SchemaRule = function* find({ virtualServices, destinationRules, serviceEntries }) {
  for (const { manifest, spec } of [...virtualServices, ...destinationRules, ...serviceEntries]) {
    const named = spec.exportTo.map((entry) => (entry === '.' ? manifest.namespace : entry));
    const twice = repeated(named);
    for (const [index, entry] of spec.exportTo.entries()) {
      const isAlone = named.length === 1 || (entry !== '*' && entry !== '~');
      const isKnown = ['.', '*'].includes(entry) || (entry === '~' && manifest.kind === 'ServiceEntry');
      const faults = [
        ...(isKnown || isLabel(entry) ? [] : [`${JSON.stringify(entry)} is no namespace`]),
        ...(isAlone ? [] : [`\`${entry}\` can't stand beside others`]),
        ...(twice.includes(index) ? [`${JSON.stringify(entry)} stands twice`] : []),
      ];
      for (const message of faults) {
        yield {
          manifest,
          path: ['spec', 'exportTo', index],
          message,
          remedy: 'write `.`, `*`, or names of namespaces',
        };
      }
    }
  }
};
