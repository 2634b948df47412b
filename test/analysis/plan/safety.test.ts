import { assumedManifests } from '../../../lib/analysis/inventory/assumed';
import type { Manifest } from '../../../lib/analysis/manifest/manifest';
import { type Breach, type Safety, safetyOf, stepName } from '../../../lib/analysis/plan/safety';
import { stateOf, type Step, type Wave } from '../../../lib/analysis/plan/step';
import { annotatedWaves, changes, removal, writtenWaves } from '../../../lib/analysis/plan/waves';
import { rendered } from '../../support/render';
import { threeTiers } from '../../support/three-tiers';
import { manifestsOf } from '../inputs';

/** Three tiers with so many percent of the requests for the canaries. */
function tiers(share = 10): readonly Manifest[] {
  const splits = { frontend: share, backend: 'follow', ml: 'follow' } as const;
  return manifestsOf(...rendered(threeTiers({ splits }), { access: false }));
}

function applying(objects: readonly Manifest[], waves: readonly Wave[]): Safety {
  return safetyOf({ waves, before: stateOf([]), assumed: assumedManifests(objects) });
}

function changing(before: readonly Manifest[], end: readonly Manifest[], waves = annotatedWaves(end)): Safety {
  const state = stateOf(before);
  return safetyOf({ waves: changes(state, waves, stateOf(end)), before: state, assumed: assumedManifests(end) });
}

/** The wave, the step and the first thing that breaks. */
function words(breach: Breach | undefined): string {
  return breach === undefined ? 'safe' : `${breach.wave}: ${stepName(breach.step)}: ${breach.broken[0] ?? ''}`;
}

/** The waves with objects of a kind in another one. */
function moved(waves: readonly Wave[], isMoved: (step: Step) => boolean, to: string): Wave[] {
  const steps = waves.flatMap((wave) => wave.steps).filter(isMoved);
  return waves.map((wave) => ({
    name: wave.name,
    steps: [...wave.steps.filter((step) => !isMoved(step)), ...(wave.name === to ? steps : [])],
  }));
}

const ofKind =
  (kind: string) =>
  ({ manifest }: Step): boolean =>
    manifest.kind === kind;

describe('what is rendered of three tiers', () => {
  const objects = tiers();

  it('is safe at every step, wave by wave and file by file', () => {
    expect(words(applying(objects, annotatedWaves(objects)).breach)).toBe('safe');
    expect(words(applying(objects, writtenWaves(objects)).breach)).toBe('safe');
  });

  it('is safe to remove', () => {
    const waves = removal(annotatedWaves(objects));
    const { breach } = safetyOf({ waves, before: stateOf(objects), assumed: assumedManifests(objects) });
    expect(words(breach)).toBe('safe');
  });

  it('is safe to promote step by step, and to roll back from any of them', () => {
    const steps = [0, 5, 20, 50, 80, 100].map(tiers);
    const [stable] = steps;
    for (const [index, step] of steps.entries()) {
      const next = steps[index + 1];
      expect(words(changing(step, stable ?? []).breach)).toBe('safe');
      expect(words(next === undefined ? undefined : changing(step, next).breach)).toBe('safe');
    }
  });

  it('is looked at in every order: few objects of a wave concern the same call', () => {
    const { isSampled, questions, states } = applying(objects, annotatedWaves(objects));
    expect(isSampled).toBe(false);
    expect(states).toBeGreaterThan(questions);
  });

  it('is looked at in some orders where all of it comes at once', () => {
    const wave = { name: 'all', steps: annotatedWaves(objects).flatMap(({ steps }) => steps) };
    expect(applying(objects, [wave]).isSampled).toBe(true);
  });
});

describe('a plan that mends what fails', () => {
  const isSubsets = ({ name }: Manifest): boolean => name === 'frontend-dr';
  const before = tiers().filter((manifest) => !isSubsets(manifest));

  it('is safe: no step breaks what is broken before the first', () => {
    expect(words(changing(before, tiers()).breach)).toBe('safe');
  });

  it('is safe whatever comes with it', () => {
    const all = annotatedWaves(tiers()).flatMap(({ steps }) => steps);
    const steps = all.filter(({ manifest }) => isSubsets(manifest) || manifest.name === 'frontend-vs');
    const waves = [{ name: 'both', steps }];
    const state = stateOf(before);
    expect(words(safetyOf({ waves, before: state, assumed: assumedManifests(tiers()) }).breach)).toBe('safe');
  });
});

describe('a plan is unsafe', () => {
  const objects = tiers();
  const waves = annotatedWaves(objects);

  it('with routes before the subsets that they name', () => {
    expect(words(applying(objects, moved(waves, ofKind('VirtualService'), 'wave 3')).breach)).toMatch(
      /^wave 3: apply VirtualService .* fails: no DestinationRule for .* has a subset/,
    );
  });

  it('with pods before the policies that close them', () => {
    const late = moved(
      waves,
      ({ manifest }) => ['AuthorizationPolicy', 'NetworkPolicy'].includes(manifest.kind),
      'wave 5',
    );
    expect(words(applying(objects, late).breach)).toMatch(
      /^wave 3: apply Deployment .* gets through, and is refused at the end$/,
    );
  });

  it('with a baseline that refuses everybody before the policies that allow', () => {
    const isBaseline = ({ manifest }: Step): boolean => ['deny-all', 'default-deny'].includes(manifest.name);
    const isAllowing = (step: Step): boolean =>
      ['AuthorizationPolicy', 'NetworkPolicy'].includes(step.manifest.kind) && !isBaseline(step);
    const early = moved(moved(waves, isBaseline, 'wave 1'), isAllowing, 'wave 6');
    expect(words(applying(objects, early).breach)).toMatch(/fails: /);
  });

  it('if it removes a subset before the route to it', () => {
    const isCanary = ({ manifest: { name } }: Step): boolean => name === 'frontend-dr';
    const end = objects.filter((manifest) => manifest.name !== 'frontend-dr');
    expect(words(changing(objects, end).breach)).toMatch(
      /^removal of wave 4: delete DestinationRule frontend\/frontend-dr: .* fails: no DestinationRule/,
    );
    expect(waves.flatMap(({ steps }) => steps).filter(isCanary)).toHaveLength(1);
  });

  it('if it shifts traffic to pods that come later', () => {
    const before = tiers(0).filter(({ name, kind }) => !(kind === 'Deployment' && name === 'frontend-canary'));
    const reversed = [...annotatedWaves(tiers(100))].reverse();
    expect(words(changing(before, tiers(100), reversed).breach)).toMatch(
      /^wave 5: apply VirtualService frontend\/frontend-vs: .*no pod is behind/,
    );
  });
});
