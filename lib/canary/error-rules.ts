import { count, percent } from './format';
import type { Reason, Verdict } from './judgement';
import { chanceOfALook, type Limits, refusedShare } from './limits';
import type { Counts } from './measurement';
import { requestsFor } from './needed';
import { chanceOfMore, lowerBound, upperBound } from './statistics';

/** Fewer errors than these may have one cause, such as a caller that tried again: too few to judge by before the minimum. */
const fewErrors = 5;

/** Minimum of requests: below it a release that looks well is no news. */
export function minimumRule(release: 'canary' | 'stable', counts: Counts | undefined, limits: Limits): Reason {
  const { minRequests } = limits;
  const requests = counts?.requests ?? 0;
  const isEnough = requests >= minRequests;
  return {
    verdict: isEnough ? 'PASS' : 'INSUFFICIENT',
    what: `requests of ${release}`,
    value: counts === undefined ? 'none ever' : count(requests),
    limit: count(minRequests),
    because: isEnough
      ? 'That is enough to judge it by.'
      : `${count(minRequests - requests)} more are needed. Wait for them, or send some.`,
  };
}

/**
 * The absolute limit. From the minimum of requests on the share decides as it is; before, a canary fails only where
 * chance can't explain it, so that neither two unlucky requests roll back nor a broken release waits for traffic.
 */
export function errorShareRule(canary: Counts, limits: Limits): Reason {
  const limit = limits.maxErrorShare / 100;
  const isOver = 100 * canary.errors > limits.maxErrorShare * canary.requests;
  const isCertain =
    canary.requests >= limits.minRequests ||
    (canary.errors >= fewErrors && lowerBound(canary, chanceOfALook(limits)) > limit);
  const [verdict, because]: [Verdict, string] = !isOver
    ? ['PASS', 'It fails no more requests than it may.']
    : isCertain
      ? ['FAIL', 'It fails more requests than it may.']
      : ['INSUFFICIENT', 'It fails more requests than it may, but of so few that it may be chance.'];
  return { verdict, what: 'error share of the canary', value: shareOf(canary), limit: percent(limit), because };
}

/** What keeps a canary at twice the limit from being promoted by luck: so many errors fewer are too improbable. */
export function certaintyRule(canary: Counts, limits: Limits): Reason {
  const limit = refusedShare(limits);
  const chance = chanceOfALook(limits);
  const bound = upperBound(canary, chance);
  const isSure = bound <= limit;
  const missing = isSure ? 0 : requestsFor(canary.errors, limit, chance) - canary.requests;
  return {
    verdict: isSure ? 'PASS' : 'INSUFFICIENT',
    what: 'highest error share of the canary that chance may have hidden',
    value: percent(bound),
    limit: percent(limit),
    because: isSure
      ? 'More than twice the limit is ruled out.'
      : `Twice the limit is not ruled out. At least ${count(missing)} more requests are needed, without more errors.`,
  };
}

/**
 * Against stable, by Fisher's exact test. Half the limit is forgiven: with many requests every difference becomes
 * certain, also one that no user would notice, and to roll back for that is to promote nothing.
 */
export function comparisonRule(canary: Counts, stable: Counts, limits: Limits): Reason {
  const margin = limits.maxErrorShare / 200;
  const forgiven = Math.ceil(margin * canary.requests);
  const beyond = { requests: canary.requests, errors: Math.max(0, canary.errors - forgiven) };
  const isWorse = chanceOfMore(beyond, stable) <= chanceOfALook(limits);
  return {
    verdict: isWorse ? 'FAIL' : 'PASS',
    what: 'error share of the canary against stable',
    value: shareOf(canary),
    limit: `${percent(margin)} more than ${shareOf(stable)}`,
    because: isWorse ? 'It is worse than stable, and not by chance.' : 'Chance may explain what stable does better.',
  };
}

/**
 * Requests that failed before a pod was chosen have no release. A canary without pods fails like that, and would seem to
 * have no traffic at all.
 */
export function unattributedRule(unattributed: number, judged: readonly Counts[], limits: Limits): Reason {
  const limit = limits.maxErrorShare / 100;
  const requests = judged.reduce((sum, counts) => sum + counts.requests, unattributed);
  const isOver =
    unattributed >= fewErrors && lowerBound({ requests, errors: unattributed }, chanceOfALook(limits)) > limit;
  return {
    verdict: isOver ? 'FAIL' : 'PASS',
    what: 'requests that failed before a pod was chosen',
    value: shareOf({ requests, errors: unattributed }),
    limit: percent(limit),
    because: isOver
      ? 'A release has no pods that answer, or the pool of connections is full: nobody can tell which, and users notice.'
      : 'They are few enough.',
  };
}

function shareOf({ requests, errors }: Counts): string {
  const share = requests === 0 ? '' : `, ${percent(errors / requests)}`;
  return `${count(errors)} of ${count(requests)}${share}`;
}
