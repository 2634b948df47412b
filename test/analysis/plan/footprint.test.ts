import fc from 'fast-check';
import { assumedManifests } from '../../../lib/analysis/inventory/assumed';
import { Inventory } from '../../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../../lib/analysis/manifest/manifest';
import { questionsOf } from '../../../lib/analysis/plan/questions';
import { keyOf, stateOf, type Step } from '../../../lib/analysis/plan/step';
import { rendered } from '../../support/render';
import { threeTiers } from '../../support/three-tiers';
import { smallMesh } from '../agreement/random-mesh';
import { written } from '../agreement/written';
import { allCases } from '../cases/table';
import { faultless } from '../faultless';
import { readManifests } from '../../../lib/analysis/manifest/read';
import { manifestsOf } from '../inputs';

/** Whether each object, or which version of it, is there. */
type Draw = (key: string) => number;

/** What questions answer in a state, and what they answer where nothing but their footprint is there. */
function answers(before: readonly Manifest[], end: readonly Manifest[], draw: Draw) {
  const assumed = assumedManifests([...before, ...end]);
  const steps = end.map((manifest): Step => ({ action: 'apply', manifest }));
  const { questions } = questionsOf({ waves: [{ name: 'all', steps }], before: stateOf(before), assumed });
  const there = [...stateOf(before), ...stateOf(end)].filter(([key], index) => draw(`${index} ${key}`) > 0);
  const state = [...stateOf(there.map(([, manifest]) => manifest)).values()];
  const whole = new Inventory([...assumed, ...state]);
  return questions.map(({ footprint, brokenIn }) => {
    const isInside = (manifest: Manifest): boolean => footprint.has(keyOf(manifest));
    return { whole: brokenIn(whole), part: brokenIn(new Inventory([...assumed, ...state].filter(isInside))) };
  });
}

function expectSame(before: readonly Manifest[], end: readonly Manifest[], draw: Draw): number {
  const all = answers(before, end, draw);
  expect(all.map(({ part }) => part)).toEqual(all.map(({ whole }) => whole));
  return all.filter(({ whole }) => whole.length > 0).length;
}

/** Some cases are of what can't be read whole. */
function readable(text: string): readonly Manifest[] {
  return readManifests([{ name: 'input.yaml', text }]).manifests;
}

/** Drawn by key: nearly everything is there, half of it, or nearly nothing. */
const drawing: fc.Arbitrary<Draw> = fc
  .tuple(fc.integer(), fc.constantFrom(0.97, 0.9, 0.75, 0.5, 0.2))
  .map(([seed, share]) => (key: string) => (hash(`${seed} ${key}`) < share ? 1 : 0));

/** From 0 to 1. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  const bits = [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  return (Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d) >>> 0) / 2 ** 32;
}

const drawn = { seed: 20_261_126, numRuns: 300 };

describe('what is outside of the footprint of a question changes no answer', () => {
  it.each(['VirtualService', 'HTTPRoute'] as const)('in meshes at random that become others, by %s', (api) => {
    let broken = 0;
    fc.assert(
      fc.property(smallMesh, smallMesh, drawing, (one, other, draw) => {
        broken += expectSame(manifestsOf(written(one, api)), manifestsOf(written(other, api)), draw);
        broken += expectSame([], manifestsOf(written(other, api)), draw);
      }),
      drawn,
    );
    // Else nothing was compared.
    expect(broken).toBeGreaterThan(100);
  });

  it.each([...faultless(rendered(threeTiers()))])('in %s', (_, manifests) => {
    fc.assert(
      fc.property(drawing, (draw) => {
        expectSame([], manifests, draw);
      }),
      { ...drawn, numRuns: 40 },
    );
  });

  it.each(allCases.map(({ code, broken, clean }) => [code, Object.values({ ...broken, ...clean })] as const))(
    'in what is written for %s',
    (_, texts) => {
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), drawing, (one, other, draw) => {
          expectSame(readable(one), readable(other), draw);
        }),
        { ...drawn, numRuns: 20 },
      );
    },
  );
});
