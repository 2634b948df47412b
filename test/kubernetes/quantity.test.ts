import { amount, amountOf, formatCpu, formatMemory, isQuantity, sum, times } from '../../lib/kubernetes/quantity';

describe('a quantity', () => {
  it.each([
    ['200m', 0.2],
    ['1', 1],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['256Mi', 268_435_456],
    ['1Gi', 1_073_741_824],
    ['1G', 1e9],
    ['0', 0],
  ])('of %s is %d', (text, expected) => {
    expect(isQuantity(text)).toBe(true);
    expect(amountOf(text)).toBeCloseTo(expected, 10);
  });

  it.each(['', 'lots', '1 Gi', '1gi', '-1', '1Gi\n', 'Mi', '1e3'])('is not %p', (text) => {
    expect(isQuantity(text)).toBe(false);
    expect(amountOf(text)).toBeNaN();
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
