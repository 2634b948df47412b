import fc from 'fast-check';
import { EarlierMatches } from '../../../../lib/analysis/checks/routing/earlier-matches';
import { type Condition, type Conditions, covers } from '../../../../lib/analysis/checks/routing/match-conditions';

const value = fc.constantFrom('/', '/a', '/a/b', '/b', 'x', '');
const condition: fc.Arbitrary<Condition> = fc.oneof(
  value.map((exact) => ({ exact })),
  value.map((prefix) => ({ prefix })),
  value.map((regex) => ({ regex })),
  fc.array(fc.constantFrom('a.b', '*.b', '*'), { minLength: 1 }).map((among) => ({ among })),
  fc.constant({}),
);
const conditions: fc.Arbitrary<Conditions> = fc
  .dictionary(fc.constantFrom('uri', 'method', 'header x-a'), condition)
  .map((asked) => new Map(Object.entries(asked)));

describe('the first match that takes what another would take', () => {
  it('is the one that a look at all of them finds', () => {
    const found = { some: 0, none: 0 };
    fc.assert(
      fc.property(fc.array(conditions, { maxLength: 12 }), conditions, (earlier, later) => {
        const matches = new EarlierMatches<Conditions>();
        earlier.forEach((one) => {
          matches.add(one, one);
        });
        const first = earlier.find((one) => covers(one, later));
        expect(matches.find(later, (one) => covers(one, later))).toBe(first);
        found[first === undefined ? 'none' : 'some'] += 1;
      }),
      { numRuns: 3_000 },
    );
    expect(Math.min(found.some, found.none)).toBeGreaterThan(300);
  });

  it('is looked for among the few that have a value in common with it', () => {
    const matches = new EarlierMatches<number>();
    const paths = Array.from({ length: 1_000 }, (_, index) => new Map([['uri', { prefix: `/${index}/` }]]));
    let looks = 0;
    paths.forEach((path, index) => {
      matches.find(path, () => {
        looks += 1;
        return false;
      });
      matches.add(path, index);
    });
    expect(looks).toBeLessThan(paths.length);
  });
});
