import { indexBy } from '../../lib/analysis/inventory/index-by';
import { assumedManifests } from '../../lib/analysis/inventory/assumed';
import { type Manifest, nameOf } from '../../lib/analysis/manifest/manifest';
import { rollbackSafety } from '../../lib/analysis/plan/rollback';
import { type Breach, type Safety, safetyOf, stepName } from '../../lib/analysis/plan/safety';
import { stateOf, type Wave } from '../../lib/analysis/plan/step';
import { annotatedWaves, changes, removal, writtenWaves } from '../../lib/analysis/plan/waves';
import { writtenRemoval } from '../../lib/analysis/plan/written-removal';
import type { ReadInventory } from '../read/read-inventory';
import { readWhole } from '../read/read-inventory';
import type { Report } from './report';
import { filesBeside, type folders } from '../render/folders-beside';

export interface PlanOptions {
  /** Files and folders of what runs now. */
  readonly before?: string;
}

/** One way to get from one state to another. */
interface Way {
  readonly name: string;
  readonly safety: Safety;
}

/** Whether every step of every way to apply some objects, and to take them away, is safe. */
export function planReport({ manifests }: Pick<ReadInventory, 'manifests'>, { before }: PlanOptions): Report {
  const ways = before === undefined ? fromNothing(manifests) : fromBefore(readWhole([before]), manifests);
  return {
    json: ways.map(({ name, safety }) => ({ name, ...safetyJson(safety) })),
    text: ways.map(wayText).join('\n\n'),
    isFine: ways.every(({ safety }) => safety.breach === undefined),
  };
}

function fromNothing(manifests: readonly Manifest[]): Way[] {
  const assumed = assumedManifests(manifests);
  const rollback = besideOf('rollback', manifests);
  const remove = besideOf('remove', manifests);
  const nothing = stateOf([]);
  const all = stateOf(manifests);
  const waves = annotatedWaves(manifests);
  return [
    { name: 'apply, wave by wave', safety: safetyOf({ waves, before: nothing, assumed }) },
    {
      name: 'apply, in the order of the files',
      safety: safetyOf({ waves: writtenWaves(manifests), before: nothing, assumed }),
    },
    { name: 'remove, in the opposite order', safety: safetyOf({ waves: removal(waves), before: all, assumed }) },
    {
      name: `remove, in the order of ${remove.length > 0 ? 'remove/' : 'the files'}`,
      safety: safetyOf({
        waves: writtenRemoval(remove.length > 0 ? remove : manifests, manifests),
        before: all,
        assumed,
      }),
    },
    ...(rollback.length === 0
      ? []
      : [
          {
            name: 'roll back, from every step of a promotion',
            safety: rollbackSafety({ manifests, rollback, assumed }),
          },
        ]),
  ];
}

/** The objects of a folder beside the files. */
function besideOf(folder: keyof typeof folders, manifests: readonly Manifest[]): readonly Manifest[] {
  const files = filesBeside(
    folder,
    manifests.map(({ origin }) => origin.document.file.name),
  );
  return files.length === 0 ? [] : readWhole(files);
}

function fromBefore(old: readonly Manifest[], manifests: readonly Manifest[]): Way[] {
  const assumed = assumedManifests(manifests);
  const before = stateOf(old);
  const end = stateOf(manifests);
  const way = (name: string, waves: readonly Wave[]): Way => ({
    name,
    safety: safetyOf({ waves: changes(before, waves, end), before, assumed }),
  });
  return [
    way('change, wave by wave', annotatedWaves(manifests)),
    way('change, in the order of the files', writtenWaves(manifests)),
  ];
}

function wayText({ name, safety: { waves, states, isSampled, breach } }: Way): string {
  const steps = waves.reduce((sum, wave) => sum + wave.steps.length, 0);
  const looked = `${states} states looked at${isSampled ? ', evenly spread' : ''}`;
  const shown = waves.every((wave) => wave.steps.length === 1)
    ? []
    : waves.map((wave) => `  ${wave.name}: ${kindsIn(wave)}`);
  const verdict = breach === undefined ? `  safe at every step (${looked})` : breachText(breach);
  return [`${name}: ${steps} steps`, ...shown, verdict].join('\n');
}

function kindsIn({ steps }: Wave): string {
  const kinds = indexBy(steps, ({ manifest }) => manifest.kind);
  return [...kinds].map(([kind, ofKind]) => `${ofKind.length} ${kind}`).join(', ');
}

function breachText({ wave, step, taken, broken }: Breach): string {
  return [
    `  unsafe in ${wave}: ${stepName(step)}`,
    ...(taken.length === 0 ? [] : [`  if before it: ${taken.map(stepName).join(', ')}`]),
    ...broken.map((one) => `    ${one}`),
  ].join('\n');
}

function safetyJson({ waves, states, isSampled, breach }: Safety): object {
  return {
    safe: breach === undefined,
    states,
    sampled: isSampled,
    waves: waves.map(({ name, steps }) => ({
      name,
      steps: steps.map(({ action, manifest }) => ({ action, object: nameOf(manifest) })),
    })),
    breach:
      breach === undefined ? undefined : { ...breach, step: stepName(breach.step), taken: breach.taken.map(stepName) },
  };
}
