import { isWithinBound, shareBound } from '../statistics/share-bound';
import type { LoadSummary } from './summary';

/**
 * Holds the shares of a run against the splits, by the requests that were made. k6 knows its conditions before the run, so its
 * own bound is that of the fewest requests a profile may make, and lets pass what more of them disprove.
 */
export function judged(summary: LoadSummary): LoadSummary {
  const wrong = new Map(summary.services.flatMap(disproved));
  // What was counted says more than the condition that k6 missed for the same reason.
  const others = summary.failed.filter((missed) => !wrong.has(missed.replace(/: .*/, '')));
  const failed = [...others, ...[...wrong].map(([metric, because]) => `${metric}: ${because}`)];
  return { ...summary, failed, verdict: failed.length === 0 ? 'PASS' : 'FAIL' };
}

function disproved({ service, split, chosen }: LoadSummary['services'][number]): [metric: string, because: string][] {
  if (split === 'follow' || chosen === undefined || isWithinBound(chosen.canary, chosen.answers, split / 100)) {
    return [];
  }
  const { lower, upper } = shareBound(chosen.canary, chosen.answers);
  const counted = `${chosen.canary} of ${chosen.answers} answers are the canary's`;
  return [
    [`split{service:${service}}`, `${counted}, which fits ${percent(lower)} to ${percent(upper)} and not ${split} %`],
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
