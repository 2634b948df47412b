import { objectsIn, ofKind } from './kube-objects';
import { renderYaml } from './rendered';
import { rulesOf } from './virtual-service';

const route = (tier: string, traffic: string) => rulesOf(tier, objectsIn(renderYaml({ traffic })));

describe('the route of a tier', () => {
  it.each([
    [0, { stable: 100, canary: 0 }],
    [10, { stable: 90, canary: 10 }],
    [100, { stable: 0, canary: 100 }],
  ])('with the split %d names both releases and their shares', (split, shares) => {
    expect(route('frontend', `splits: { frontend: ${split} }`)).toEqual([{ name: 'split', match: undefined, shares }]);
  });

  it('without a line in the file sends everything to stable', () => {
    expect(route('ml', 'splits: {}')).toEqual([
      { name: 'split', match: undefined, shares: { stable: 100, canary: 0 } },
    ]);
  });

  it('that follows sends a canary to the canary, and everyone else to stable', () => {
    expect(route('backend', 'splits: { backend: follow }')).toEqual([
      { name: 'lane-canary', match: [{ sourceLabels: { version: 'canary' } }], shares: { canary: 100 } },
      { name: 'split', match: undefined, shares: { stable: 100, canary: 0 } },
    ]);
  });

  it('has no lane where a number splits anew', () => {
    expect(route('backend', 'splits: { backend: 20 }').map(({ name }) => name)).toEqual(['split']);
  });

  it('asks for the pins first, in the order of the file, then for the lane, and splits what is left', () => {
    const traffic = `
pins: [{ header: x-canary, value: 'true' }, { header: x-user-type, value: beta-tester }]
splits: { frontend: 5, backend: follow, ml: follow }`;
    const pins = ['pin-x-canary', 'pin-x-user-type'];
    expect(route('frontend', traffic).map(({ name }) => name)).toEqual([...pins, 'split']);
    expect(route('backend', traffic).map(({ name }) => name)).toEqual([...pins, 'lane-canary', 'split']);
    expect(route('ml', traffic).map(({ name }) => name)).toEqual([...pins, 'lane-canary', 'split']);
  });

  it('has only shares that add up to 100', () => {
    const traffic = 'splits: { frontend: 33, backend: 1, ml: 99 }';
    for (const tier of ['frontend', 'backend', 'ml']) {
      for (const { shares } of route(tier, traffic)) {
        expect(Object.values(shares).reduce<number>((sum, share) => sum + (share ?? NaN), 0)).toBe(100);
      }
    }
  });
});

describe('a promotion', () => {
  it('changes nothing but weights', () => {
    const withoutWeights = (split: number) =>
      JSON.stringify(objectsIn(renderYaml({ traffic: `splits: { frontend: ${split} }` })), (key, value: unknown) =>
        key === 'weight' ? undefined : value,
      );
    expect(withoutWeights(5)).toBe(withoutWeights(100));
    expect(withoutWeights(5)).toBe(withoutWeights(0));
  });
});

describe('a route', () => {
  it('never names a release that has no subset', () => {
    const objects = objectsIn(renderYaml());
    for (const { metadata } of ofKind('DestinationRule', objects)) {
      const tier = metadata.name.replace(/-dr$/, '');
      const subsets = rulesOf(tier, objects).flatMap(({ shares }) => Object.keys(shares));
      expect([...new Set(subsets)].sort()).toEqual(['canary', 'stable']);
    }
  });
});
