import type { Check } from '../check';
import { isUnreachable, ruleName, shadowedMatches } from './shadowed-matches';

export const duplicateMatch: Check = {
  code: 'IST0131',
  level: 'info',
  title: 'No match of a rule repeats an earlier one',
  reason: 'The earlier match takes the requests, so the later one says something that does not happen.',
  remedy: 'remove the match, or narrow the earlier one',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0131/',
  *find({ virtualServices }) {
    for (const route of virtualServices) {
      for (const shadowed of shadowedMatches(route)) {
        for (const { rule, match, by } of isUnreachable(shadowed) ? [] : shadowed) {
          const message = `${by === rule ? 'an earlier match of this rule' : ruleName(by)} takes every request of this match`;
          yield { manifest: route.manifest, path: [...rule.path, 'match', match.number ?? 0], message };
        }
      }
    }
  },
};
