import type { LabelSelector } from '../../views/selector';

/** Each condition of a selector: `app=web`, `version In v1 or v2`. */
export function conditionsOf({ matchLabels, matchExpressions }: LabelSelector): string[] {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key = '', operator = '', values }) =>
      `${key} ${operator} ${values.join(' or ')}`.trim(),
    ),
  ];
}
