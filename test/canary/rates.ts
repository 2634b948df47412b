import { judge } from '../../lib/canary/gate';
import type { Verdict } from '../../lib/canary/judgement';
import { limits, measured, release } from './readings';

/** Share of the errors of stable, and how many requests it gets for each of the canary: those of the step of 5 %. */
const stableShare = 0.001;
const stablePerCanary = 19;

const verdicts = new Map<number, Verdict[]>();

/** The verdict on so many requests, by the number of errors; stable has as many as it has on average. */
function verdictsOn(requests: number): readonly Verdict[] {
  const known = verdicts.get(requests);
  if (known !== undefined) {
    return known;
  }
  const stable = release(stablePerCanary * requests, Math.round(stablePerCanary * requests * stableShare));
  const found: Verdict[] = [];
  // More errors than fail a canary fail it as well, which a property of the gate says.
  for (let errors = 0; errors <= requests && found.at(-1) !== 'FAIL'; errors += 1) {
    found.push(judge(measured({ canary: release(requests, errors), stable }), limits).verdict);
  }
  verdicts.set(requests, found);
  return found;
}

/** Probabilities of each number of errors of so many requests, of which a share fails. */
export function binomial(requests: number, share: number): Float64Array {
  const probabilities = new Float64Array(requests + 1);
  let log = requests * Math.log1p(-share);
  for (let errors = 0; errors <= requests; errors += 1) {
    probabilities[errors] = Math.exp(log);
    log += Math.log((requests - errors) / (errors + 1)) + Math.log(share / (1 - share));
  }
  return probabilities;
}

export interface Rates {
  /** Probabilities, 0 to 1; the rest is held. */
  readonly promoted: number;
  readonly rolledBack: number;
}

/**
 * What becomes of a canary whose requests fail with a true share, when it is looked at so many times while the window
 * grows to a number of requests. Not simulated but summed up: exact but for the rounding of numbers.
 */
export function ratesOf(share: number, requests: number, looks: number): Rates {
  let [promoted, rolledBack] = [0, 0];
  let held = Float64Array.of(1);
  let seen = 0;
  for (let look = 1; look <= looks; look += 1) {
    const now = Math.round((requests * look) / looks);
    const verdictBy = verdictsOn(now);
    const next = new Float64Array(verdictBy.length);
    const more = binomial(now - seen, share);
    const before = held.reduce((sum, probability) => sum + probability, 0);
    let after = 0;
    held.forEach((probability, errors) => {
      for (let extra = 0; extra < more.length && errors + extra < verdictBy.length; extra += 1) {
        const part = probability * (more[extra] ?? 0);
        const verdict = verdictBy[errors + extra];
        if (verdict === 'PASS') {
          promoted += part;
        } else if (verdict === 'INSUFFICIENT') {
          next[errors + extra] = (next[errors + extra] ?? 0) + part;
        } else {
          continue;
        }
        after += part;
      }
    });
    rolledBack += before - after;
    held = next;
    seen = now;
  }
  return { promoted, rolledBack };
}
