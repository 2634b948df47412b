import { areSeenTogether } from '../../../lib/analysis/inventory/visibility';

const see = (one: readonly string[], other: readonly string[]): boolean =>
  areSeenTogether({ namespace: 'a', exportTo: one }, { namespace: 'b', exportTo: other });

describe('two objects of two namespaces', () => {
  it('are seen together where one is for all', () => {
    expect([see([], ['.']), see(['*'], ['c'])]).toEqual([true, true]);
  });

  it('are seen together in a third that both name', () => {
    expect(see(['c', 'd'], ['c'])).toBe(true);
  });

  it('are not where each is for its own alone, or for nobody', () => {
    expect([see(['.'], ['.']), see(['~'], ['*'])]).toEqual([false, false]);
  });
});
