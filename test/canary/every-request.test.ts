import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../lib/canary/gate';
import { limits, measured, release } from './readings';

const most = 10_000;

/** The fewest requests with which a canary of so many errors passes; not at all if there are none. */
function neededFor(errors: number): number {
  const passes = (requests: number): boolean =>
    judge(measured({ canary: release(requests, errors), stable: 'not compared' }), limits).verdict === 'PASS';
  let [low, high] = [limits.minRequests, most];
  if (!passes(high)) {
    return Infinity;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    [low, high] = passes(middle) ? [low, middle] : [middle + 1, high];
  }
  return low;
}

/** The probability that a canary is promoted that is looked at after each of its requests, until it passes or fails. */
function promoted(share: number): number {
  const needed = Array.from({ length: 110 }, (_, errors) => neededFor(errors));
  let held = new Map([[0, 1]]);
  let sum = 0;
  for (let requests = 1; requests <= most; requests += 1) {
    const next = new Map<number, number>();
    for (const [errors, probability] of held) {
      next.set(errors, (next.get(errors) ?? 0) + probability * (1 - share));
      next.set(errors + 1, (next.get(errors + 1) ?? 0) + probability * share);
    }
    held = new Map();
    for (const [errors, probability] of next) {
      if (requests >= (needed[errors] ?? Infinity)) {
        sum += probability;
      } else if (requests < limits.minRequests || errors / requests <= limits.maxErrorShare / 100) {
        held.set(errors, probability);
      }
    }
  }
  return sum;
}

it('a gate that looks after every request promotes a canary at twice the limit less than once in a hundred times', () => {
  const probability = promoted(0.02);
  expect(probability).toBeLessThan(0.01);
  expect(probability).toBeGreaterThan(0);
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'concepts', 'gate.md'), 'utf8');
  expect(page.replace(/\s+/g, ' ')).toContain(
    `after every single request it would promote ${(100 * probability).toFixed(2)} of 100 canaries`,
  );
});
