import type { Manifest } from '../../../lib/analysis/manifest/manifest';
import { isEveryOrder, prefixesOf } from '../../../lib/analysis/plan/orders';
import type { Step } from '../../../lib/analysis/plan/step';
import { manifestsOf } from '../inputs';

const namespaces = (count: number): readonly Manifest[] =>
  manifestsOf(
    ...Array.from(
      { length: count },
      (_, index) => `{ apiVersion: v1, kind: Namespace, metadata: { name: n${index} } }`,
    ),
  );
const stepsOf = (count: number): Step[] => namespaces(count).map((manifest) => ({ action: 'apply', manifest }));
const sizes = (prefixes: readonly (readonly Step[])[]): readonly number[] => prefixes.map((prefix) => prefix.length);

describe('what may have been taken of a wave', () => {
  it('is any set of up to six steps, the smallest first', () => {
    const prefixes = prefixesOf(stepsOf(6));
    expect(prefixes).toHaveLength(2 ** 6 - 1);
    expect(sizes(prefixes)).toEqual([...sizes(prefixes)].sort((one, other) => one - other));
    expect(isEveryOrder(stepsOf(6))).toBe(true);
  });

  it('is of more steps each alone, all but each, all, and some sets in between', () => {
    const steps = stepsOf(20);
    const prefixes = prefixesOf(steps);
    const ofSize = (size: number): number => prefixes.filter(({ length }) => length === size).length;
    expect([ofSize(1), ofSize(19), ofSize(20)]).toEqual([20, 20, 1]);
    expect(prefixes.length).toBeGreaterThan(20 + 20 + 1);
    expect(isEveryOrder(steps)).toBe(false);
    expect(prefixesOf(steps)).toEqual(prefixes);
  });
});
