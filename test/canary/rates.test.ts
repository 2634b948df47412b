import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../lib/canary/gate';
import { looks } from '../../lib/canary/limits';
import { limits, measured, release } from './readings';
import { binomial, ratesOf } from './rates';

const shares = [0.1, 0.2, 0.5, 1, 2, 5, 10];
const requests = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

/** Promoted and rolled back, in percent, by true share and number of requests. */
function table(times: number): string[][] {
  const head = ['true error share', ...requests.map((number) => number.toLocaleString('en'))];
  const rows = shares.map((share) => [
    `${share} %`,
    ...requests.map((number) => {
      const { promoted, rolledBack } = ratesOf(share / 100, number, times);
      return `${(100 * promoted).toFixed(2)} / ${(100 * rolledBack).toFixed(2)}`;
    }),
  ]);
  return [head, ...rows];
}

/** Tables are compared cell by cell: the formatter pads them. */
function cells(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .filter((line) => !/^[|\s-]+$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'concepts', 'gate.md'), 'utf8');

describe.each([
  ['one look', 1],
  ['ten looks', looks],
])('with %s', (name, times) => {
  it('docs/concepts/gate.md says how often a canary is promoted and rolled back', () => {
    const computed = table(times);
    const lines = computed.map((row) => `| ${row.join(' | ')} |`);
    process.stdout.write(`Promoted / rolled back, in percent, with ${name}:\n${lines.join('\n')}\n`);
    const shown = new RegExp(`<!-- rates: ${name} -->([\\s\\S]*?)<!-- /rates -->`).exec(page)?.[1] ?? '';
    expect(cells(shown)).toEqual(computed);
  });

  it('a canary that fails twice as often as it may is promoted less than once in a hundred times', () => {
    const promoted = requests.map((number) => ratesOf(0.02, number, times).promoted);
    expect(promoted.filter((probability) => probability >= 0.01)).toEqual([]);
    // Not because nothing is ever promoted.
    expect(ratesOf(0.001, 10_000, times).promoted).toBeGreaterThan(0.999);
  });

  it('a good canary is rolled back by chance in fewer than one of ten cases, a very good one all but never', () => {
    expect(Math.max(...requests.map((number) => ratesOf(0.005, number, times).rolledBack))).toBeLessThan(0.1);
    expect(Math.max(...requests.map((number) => ratesOf(0.002, number, times).rolledBack))).toBeLessThan(0.001);
  });

  it('nothing is left to chance between promotion and rollback: the three outcomes are all there are', () => {
    for (const share of [0.001, 0.01, 0.1]) {
      const { promoted, rolledBack } = ratesOf(share, 2_000, times);
      expect(promoted >= 0 && rolledBack >= 0 && promoted + rolledBack <= 1 + 1e-9).toBe(true);
    }
  });
});

it('a lower minimum of requests, and no stable release, promote twice the limit no more often', () => {
  const generous = { ...limits, minRequests: 50 };
  for (const number of [50, 341, 342, 460, 1_000, 5_000]) {
    const passes = (errors: number): boolean =>
      judge(measured({ canary: release(number, errors), stable: 'not compared' }), generous).verdict === 'PASS';
    // Over the limit nothing passes, so the sum ends there.
    const promoted = binomial(number, 0.02)
      .slice(0, number / 100 + 2)
      .reduce((sum, one, errors) => sum + (passes(errors) ? one : 0), 0);
    expect([number, promoted * looks < 0.01, passes(0)]).toEqual([number, true, number >= 342]);
  }
});

/** Numbers that anybody may draw: the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it('thrown dice come out as the sums say, with a stable release that has its own luck', () => {
  const random = generator(20);
  const [share, number, runs] = [0.01, 1_000, 2_000];
  /** The number of errors that a thrown number stands for: as likely as it is. */
  const errorsOf = (count: number, probability: number): (() => number) => {
    let sum = 0;
    const upTo = binomial(count, probability).map((one) => (sum += one));
    return () => {
      const thrown = random();
      return Math.max(
        0,
        upTo.findIndex((bound) => thrown < bound),
      );
    };
  };
  const [ofCanary, ofStable] = [errorsOf(number, share), errorsOf(19 * number, 0.001)];
  const outcomes = Array.from({ length: runs }, () => {
    const canary = release(number, ofCanary());
    return judge(measured({ canary, stable: release(19 * number, ofStable()) }), limits).verdict;
  });
  const frequency = (verdict: string) => outcomes.filter((outcome) => outcome === verdict).length / runs;
  const { promoted, rolledBack } = ratesOf(share, number, 1);
  // Three standard deviations of a share of 2,000.
  expect(Math.abs(frequency('PASS') - promoted)).toBeLessThan(0.034);
  expect(Math.abs(frequency('FAIL') - rolledBack)).toBeLessThan(0.034);
});
