import fc from 'fast-check';
import { judge } from '../../lib/canary/gate';
import type { Measured, Reading } from '../../lib/canary/measurement';
import { limits, measured, release, value } from './readings';

const broken: Reading<never>[] = [
  { kind: 'stale', age: 200 },
  { kind: 'invalid', found: 'NaN' },
  { kind: 'invalid', found: '+Inf' },
];

const impossible = [NaN, Infinity, -Infinity, -1];

const anyReading = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<Reading<T>> =>
  fc.oneof(
    { weight: 4, arbitrary: values.map((found) => value(found)) },
    { weight: 1, arbitrary: fc.constantFrom<Reading<T>>(...broken, { kind: 'missing' }) },
  );
const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(...impossible, Number.MAX_VALUE));
const soundCounts = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([requests, share]) => ({ requests, errors: Math.floor(requests * share ** 4) }));
const anyCounts = fc.oneof(soundCounts, fc.record({ requests: anyNumber, errors: anyNumber }));
const anyRelease = (
  counts: fc.Arbitrary<Reading<{ requests: number; errors: number }>>,
  times: fc.Arbitrary<Reading<number>>,
) => fc.record({ counts, p50: times, p95: times, p99: times });
const wild = anyRelease(anyReading(anyCounts), anyReading(anyNumber));
const sound = anyRelease(soundCounts.map(value), fc.double({ min: 0, max: 400, noNaN: true }).map(value));
const anyMeasured: fc.Arbitrary<Measured> = fc
  .record({
    canary: wild,
    stable: fc.oneof(wild, fc.constant('not compared' as const)),
    unattributed: anyReading(anyNumber),
  })
  .map(measured);
const soundMeasured = fc.record({ canary: sound, stable: sound }).map(measured);

const isSound = (reading: Reading<number> | Reading<object>): boolean =>
  reading.kind === 'value' &&
  (typeof reading.value === 'number' ? [reading.value] : Object.values(reading.value)).every(
    (number) => typeof number === 'number' && number >= 0 && number < Infinity,
  );

describe('whatever is measured, the gate', () => {
  it('gives one of four verdicts with a reason, and never throws', () => {
    fc.assert(
      fc.property(anyMeasured, (measurement) => {
        const { verdict: decided, reasons } = judge(measurement, limits);
        return ['PASS', 'FAIL', 'INSUFFICIENT', 'ERROR'].includes(decided) && reasons[0]?.verdict === decided;
      }),
      { numRuns: 2_000 },
    );
  });

  it('never passes what is missing, stale, not a number, or no count', () => {
    fc.assert(
      fc.property(anyMeasured, (measurement) => {
        const { canary, stable, unattributed } = measurement;
        const compared = stable === 'not compared' ? [] : [stable.counts, stable.p95, stable.p99];
        const needed =
          stable === 'not compared' ? [canary.counts] : [canary.counts, canary.p95, canary.p99, ...compared];
        const known = unattributed.kind === 'missing' || isSound(unattributed);
        return judge(measurement, limits).verdict !== 'PASS' || (known && needed.every(isSound));
      }),
      { numRuns: 2_000 },
    );
  });

  it('turns a pass into an error or a hold, as soon as one reading is spoilt', () => {
    const spoilt: fc.Arbitrary<Reading<never>> = fc.constantFrom(...broken);
    const places = fc.constantFrom('counts', 'p50', 'p95', 'p99');
    fc.assert(
      fc.property(fc.constantFrom('canary', 'stable'), places, spoilt, (name, place, reading) => {
        const good = name === 'canary' ? release(1_000, 2) : release(9_000, 9);
        return judge(measured({ [name]: { ...good, [place]: reading } }), limits).verdict === 'ERROR';
      }),
    );
  });

  it('never takes back a failure for more errors of the canary', () => {
    fc.assert(
      fc.property(soundMeasured, fc.integer({ min: 1, max: 1_000 }), (measurement, more) => {
        const { counts } = measurement.canary;
        if (counts.kind !== 'value') {
          return false;
        }
        const { requests, errors } = counts.value;
        const worse = { requests, errors: Math.min(requests, errors + more) };
        const after = judge(
          { ...measurement, canary: { ...measurement.canary, counts: value(worse) } },
          limits,
        ).verdict;
        const before = judge(measurement, limits).verdict;
        return before === 'FAIL' ? after === 'FAIL' : before === 'PASS' || after !== 'PASS';
      }),
      { numRuns: 1_000 },
    );
  });

  it('never passes with fewer requests than the minimum, nor over the limit', () => {
    fc.assert(
      fc.property(soundMeasured, (measurement) => {
        const { counts } = measurement.canary;
        const { requests, errors } = counts.kind === 'value' ? counts.value : { requests: 0, errors: 0 };
        const mayPass = requests >= limits.minRequests && errors <= (requests * limits.maxErrorShare) / 100;
        return judge(measurement, limits).verdict !== 'PASS' || mayPass;
      }),
      { numRuns: 1_000 },
    );
  });
});
