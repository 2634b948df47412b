import fc from 'fast-check';
import { amount, amountOf, formatCpu, formatMemory, isQuantity, sum, times } from '../../lib/kubernetes/quantity';

describe('a quantity', () => {
  it.each([
    ['200m', 0.2],
    ['1', 1],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['+1', 1],
    ['-0', -0],
    ['007', 7],
    ['250n', 2.5e-7],
    ['300u', 0.0003],
    ['1e3', 1_000],
    ['1E3', 1_000],
    ['1e+3', 1_000],
    ['5e-1', 0.5],
    ['2k', 2_000],
    ['1M', 1e6],
    ['1G', 1e9],
    ['1T', 1e12],
    ['1P', 1e15],
    ['1E', 1e18],
    ['1.5Ki', 1_536],
    ['256Mi', 268_435_456],
    ['1Gi', 1_073_741_824],
    ['0.5Ti', 2 ** 39],
    ['1Pi', 2 ** 50],
    ['7Ei', 7 * 2 ** 60],
    ['9007199254740993', 2 ** 53],
    ['0', 0],
  ])('of %s is %d', (text, expected) => {
    expect(isQuantity(text)).toBe(true);
    expect(amountOf(text)).toBe(expected);
  });

  it.each([
    '',
    'lots',
    '1 Gi',
    '1gi',
    '1KI',
    '1Gi\n',
    'Mi',
    'E',
    '.',
    '1e',
    '1e3Ki',
    '1Em',
    '1e3.5',
    '0x10',
    '1_000',
    '1,5',
    '1e999',
    'NaN',
  ])('is not %p', (text) => {
    expect(isQuantity(text)).toBe(false);
    expect(amountOf(text)).toBeNaN();
  });

  it('below 0 is a number, and nothing that pods can ask for', () => {
    expect([amountOf('-1.5'), amountOf('-1Ki')]).toEqual([-1.5, -1024]);
    expect(isQuantity('-1')).toBe(false);
  });

  it('is its number times its unit, to the last digit that a double has', () => {
    const decimal = fc.constantFrom(
      ...([
        ['n', 9],
        ['u', 6],
        ['m', 3],
        ['', 0],
      ] as const),
    );
    fc.assert(
      fc.property(fc.nat(), decimal, (digits, [suffix, places]) => {
        expect(amountOf(`${digits}${suffix}`)).toBe(digits / 10 ** places);
      }),
    );
  });

  it.each([4, null, undefined, ['1']])('is not %p', (value) => {
    expect(isQuantity(value)).toBe(false);
  });
});

describe('amounts', () => {
  const pod = amount({ cpu: '250m', memory: '512Mi' });

  it('add up and multiply', () => {
    expect(sum(pod, times(3, pod))).toEqual(amount({ cpu: '1', memory: '2Gi' }));
    expect(sum()).toEqual({ cpu: 0, memory: 0 });
  });

  it('are shown in the units that people use', () => {
    expect([formatCpu(0.25), formatCpu(1 / 3), formatMemory(pod.memory), formatMemory(3 * pod.memory)]).toEqual([
      '0.25 CPU',
      '0.33 CPU',
      '512 MiB',
      '1.5 GiB',
    ]);
  });
});
