import type { Check } from '../check';
import { isUnreachable, ruleName, shadowedMatches } from './shadowed-matches';

/** Istio's own analysis misses a prefix of `/`, and wider matches of headers and methods. */
export const unreachableRule: Check = {
  code: 'IST0130',
  aliases: ['IST0131'],
  level: 'warning',
  title: 'Every rule of a VirtualService gets some requests',
  reason: 'The first rule that matches takes the request, so what stands behind a wider rule is never used.',
  remedy: 'move the rule before the wider one, or remove it',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0130/',
  *find({ virtualServices }) {
    for (const route of virtualServices) {
      for (const shadowed of shadowedMatches(route)) {
        const [first] = shadowed;
        if (first !== undefined && isUnreachable(shadowed)) {
          const wider = [...new Set(shadowed.map(({ by }) => ruleName(by)))];
          const verb = wider.length === 1 ? 'takes' : 'take';
          const message = `${wider.join(' and ')} ${verb} every request that ${ruleName(first.rule)} would take`;
          yield { manifest: route.manifest, path: first.rule.path, message };
        }
      }
    }
  },
};
