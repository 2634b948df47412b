import fc from 'fast-check';
import { millisecondsOf } from '../../lib/kubernetes/duration';

/** Go's units in nanoseconds, as its own table has them. */
const units = [
  { unit: 'ns', length: 1n },
  { unit: 'us', length: 1_000n },
  { unit: 'µs', length: 1_000n },
  { unit: 'ms', length: 1_000_000n },
  { unit: 's', length: 1_000_000_000n },
  { unit: 'm', length: 60_000_000_000n },
  { unit: 'h', length: 3_600_000_000_000n },
];

/** A part of a duration, and its length in nanoseconds. */
const part = fc
  .record({
    whole: fc.integer({ min: 0, max: 9_999 }),
    fraction: fc.option(fc.stringMatching(/^\d{0,9}$/), { nil: undefined }),
    unit: fc.constantFrom(...units),
  })
  .map(({ whole, fraction, unit: { unit, length } }) => {
    const digits = fraction ?? '';
    const below = (BigInt(digits) * length) / 10n ** BigInt(digits.length);
    return {
      text: `${whole}${fraction === undefined ? '' : `.${fraction}`}${unit}`,
      nanoseconds: BigInt(whole) * length + below,
    };
  });

describe('a duration', () => {
  it.each([
    ['500ms', 500],
    ['1.5s', 1_500],
    ['1h30m', 5_400_000],
    ['1m30s', 90_000],
    ['30m1h', 5_400_000],
    ['0s', 0],
    ['0', 0],
    ['+5s', 5_000],
    ['-0s', 0],
    ['.5h', 1_800_000],
    ['1.s', 1_000],
    ['007s', 7_000],
    ['0.3ms', 0.3],
    ['100us', 0.1],
    ['3\u00b5s', 0.003],
    ['3\u03bcs', 0.003],
    ['1ns', 0.000_001],
    ['0.9ns', 0],
    ['2562047h', 9_223_369_200_000],
  ])('%s is %d milliseconds', (text, expected) => {
    expect(millisecondsOf(text)).toBe(expected);
  });

  it.each([
    '',
    '+',
    '-',
    '.',
    '5',
    '05',
    's',
    '.s',
    '5 s',
    ' 5s',
    '5s ',
    '-5s',
    '--5s',
    '5s later',
    '5d',
    '1e3s',
    '5S',
    '1h-5m',
  ])('%j is none', (text) => {
    expect(millisecondsOf(text)).toBeUndefined();
  });

  it('of more than 292 years is none', () => {
    expect(['2562048h', '9223372036854775808ns', `${'9'.repeat(400)}s`].map(millisecondsOf)).toEqual(
      Array.from({ length: 3 }),
    );
  });

  it('is as long as its parts, each counted in nanoseconds', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const nanoseconds = parts.reduce((sum, one) => sum + one.nanoseconds, 0n);
        const missed =
          (millisecondsOf(parts.map(({ text }) => text).join('')) ?? Number.NaN) - Number(nanoseconds) / 1e6;
        // A nanosecond for each part, or the last digits of a double.
        expect(Math.abs(missed)).toBeLessThanOrEqual(5e-6 + Number(nanoseconds) * 1e-21);
      }),
    );
  });

  it('is whatever the grammar of Go takes, and nothing else', () => {
    const pieces = fc.constantFrom('0', '15', '9', '.', '+', '-', ' ', 'e', 'ns', 'us', 'µs', 'ms', 's', 'm', 'h', 'd');
    const grammar = /^[+-]?(0|((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (texts) => {
        const text = texts.join('');
        const isNegative = text.startsWith('-') && /[1-9]/.test(text);
        fc.pre(!isNegative);
        expect(millisecondsOf(text) !== undefined).toBe(grammar.test(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
