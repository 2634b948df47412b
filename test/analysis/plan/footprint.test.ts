import fc from 'fast-check';
import { assumedManifests } from '../../../lib/analysis/inventory/assumed';
import { Inventory } from '../../../lib/analysis/inventory/inventory';
import { keyOf, type Manifest } from '../../../lib/analysis/manifest/manifest';
import { readManifests } from '../../../lib/analysis/manifest/read';
import { questionsOf } from '../../../lib/analysis/plan/questions';
import { stateOf, type Step } from '../../../lib/analysis/plan/step';
import { rendered } from '../../support/render';
import { threeTiers } from '../../support/three-tiers';
import { smallMesh } from '../agreement/random-mesh';
import { written } from '../agreement/written';
import { allCases } from '../cases/table';
import { faultless } from '../faultless';
import { manifestsOf } from '../inputs';
import { farReaching } from './far-reaching';

/** Compares answers in a state with those where nothing but the footprint is there; returns how many things are broken. */
type Comparison = (state: readonly Manifest[]) => number;

/** Of what a change from some objects to others may not break. */
function comparison(before: readonly Manifest[], end: readonly Manifest[]): Comparison {
  const assumed = assumedManifests([...before, ...end]);
  const steps = end.map((manifest): Step => ({ action: 'apply', manifest }));
  const { questions } = questionsOf({ waves: [{ name: 'all', steps }], before: stateOf(before), assumed });
  return (state) => {
    const there = [...assumed, ...stateOf(state).values()];
    const whole = new Inventory(there);
    const answers = questions.map(({ footprint, brokenIn }) => {
      const part = new Inventory(there.filter((manifest) => footprint.has(keyOf(manifest))));
      return { whole: brokenIn(whole), part: brokenIn(part) };
    });
    expect(answers.map(({ part }) => part)).toEqual(answers.map(({ whole: broken }) => broken));
    return answers.filter(({ whole: broken }) => broken.length > 0).length;
  };
}

/** Some of the objects: nearly all, half of them, or nearly none. */
const drawing: fc.Arbitrary<(objects: readonly Manifest[]) => readonly Manifest[]> = fc
  .tuple(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), fc.constantFrom(0.97, 0.9, 0.75, 0.5, 0.2))
  .map(
    ([numbers, share]) =>
      (objects) =>
        objects.filter(() => Number(numbers.next().value) < share),
  );

/** All of the objects, all but each one, and all but each two. */
function nearlyAll(objects: readonly Manifest[]): readonly (readonly Manifest[])[] {
  const without = objects.flatMap((one, index) => objects.slice(index).map((other) => [one, other]));
  return [objects, ...without.map((missing) => objects.filter((one) => !missing.includes(one)))];
}

const drawn = { seed: 20_261_126, numRuns: 300 };

describe('what is outside of the footprint of a question changes no answer', () => {
  it.each(['VirtualService', 'HTTPRoute'] as const)('in meshes at random that become others, by %s', (api) => {
    let broken = 0;
    fc.assert(
      fc.property(smallMesh, smallMesh, drawing, (one, other, draw) => {
        const [before, end] = [one, other].map((mesh) => manifestsOf(written(mesh, api)));
        broken += comparison(before ?? [], end ?? [])(draw([...(before ?? []), ...(end ?? [])]));
        broken += comparison([], end ?? [])(draw(end ?? []));
      }),
      drawn,
    );
    // Else nothing was compared.
    expect(broken).toBeGreaterThan(100);
  });

  it.each([...faultless(rendered(threeTiers()))])('in %s', (_, manifests) => {
    const compare = comparison([], manifests);
    fc.assert(
      fc.property(drawing, (draw) => {
        compare(draw(manifests));
      }),
      { ...drawn, numRuns: 40 },
    );
  });

  it.each(Object.entries(farReaching))('where %s', (_, texts) => {
    const manifests = manifestsOf(...texts);
    const states = nearlyAll(manifests);
    const broken = states.flatMap((before) => states.map(comparison(before, manifests)));
    expect(broken.some((count) => count > 0)).toBe(true);
  });

  it.each(allCases.map(({ code, broken, clean }) => [code, Object.values({ ...broken, ...clean })] as const))(
    'in what is written for %s',
    (_, texts) => {
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), drawing, (one, other, draw) => {
          const [before, end] = [readable(one), readable(other)];
          comparison(before, end)(draw([...before, ...end]));
        }),
        { ...drawn, numRuns: 20 },
      );
    },
  );
});

/** Some cases are of what can't be read whole. */
function readable(text: string): readonly Manifest[] {
  return readManifests([{ name: 'input.yaml', text }]).manifests;
}
