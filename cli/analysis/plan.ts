import { counted } from '../../lib/canary/format';
import { indexBy } from '../../lib/analysis/inventory/index-by';
import { assumedManifests } from '../../lib/analysis/inventory/assumed';
import { type Manifest, nameOf } from '../../lib/analysis/manifest/manifest';
import { rollbackSafety } from '../../lib/analysis/plan/rollback';
import { type Breach, type Safety, safetyOf, stepName } from '../../lib/analysis/plan/safety';
import type { PlanProps } from '../../lib/analysis/plan/questions';
import { type State, stateOf, type Wave } from '../../lib/analysis/plan/step';
import { annotatedWaves, changes, removal, writtenWaves } from '../../lib/analysis/plan/waves';
import { writtenRemoval } from '../../lib/analysis/plan/written-removal';
import type { ReadInventory } from '../read/read-inventory';
import { readWhole } from '../read/read-inventory';
import { progressOf } from './progress';
import type { Overview } from './report';
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
export function planReport({ manifests }: Pick<ReadInventory, 'manifests'>, { before }: PlanOptions): Overview {
  const ways = before === undefined ? fromNothing(manifests) : fromBefore(readWhole([before]).manifests, manifests);
  return {
    // To find the lines takes as long as to look at the steps.
    get json() {
      return ways.map(({ name, safety }) => ({ name, ...safetyJson(safety) }));
    },
    text: ways.map(wayText).join('\n\n'),
    summary: summaryOf(ways),
    isFine: ways.every(({ safety }) => safety.breach === undefined),
  };
}

function summaryOf(ways: readonly Way[]): string {
  const unsafe = ways.filter(({ safety }) => safety.breach !== undefined).map(({ name }) => name);
  return unsafe.length === 0
    ? `${counted(ways.length, 'way')} to apply and remove: all steps safe`
    : `not every step is safe: ${unsafe.join('; ')}`;
}

function fromNothing(manifests: readonly Manifest[]): Way[] {
  const assumed = assumedManifests(manifests);
  const rollback = besideOf('rollback', manifests);
  const remove = besideOf('remove', manifests);
  const all = stateOf(manifests);
  const waves = annotatedWaves(manifests);
  const order = remove.length > 0 ? remove : manifests;
  const way = (name: string, before: State, steps: readonly Wave[]): Way =>
    wayOf(name, { waves: steps, before, assumed });
  const ways = [
    way('apply, wave by wave', stateOf([]), waves),
    way('apply, in the order of the files', stateOf([]), writtenWaves(manifests)),
    way('remove, in the opposite order', all, removal(waves)),
    way(
      `remove, in the order of ${remove.length > 0 ? 'remove/' : 'the files'}`,
      all,
      writtenRemoval(order, manifests),
    ),
  ];
  const name = 'roll back, from every step of a promotion';
  return rollback.length === 0
    ? ways
    : [...ways, { name, safety: rollbackSafety({ manifests, rollback, assumed, onProgress: progressOf(name) }) }];
}

function wayOf(name: string, props: PlanProps): Way {
  return { name, safety: safetyOf({ ...props, onProgress: progressOf(name) }) };
}

/** The objects of a folder beside the files. */
function besideOf(folder: keyof typeof folders, manifests: readonly Manifest[]): readonly Manifest[] {
  const files = filesBeside(
    folder,
    manifests.map(({ origin }) => origin.document.file.name),
  );
  return files.length === 0 ? [] : readWhole(files).manifests;
}

function fromBefore(old: readonly Manifest[], manifests: readonly Manifest[]): Way[] {
  const assumed = assumedManifests(manifests);
  const before = stateOf(old);
  const end = stateOf(manifests);
  const way = (name: string, waves: readonly Wave[]): Way =>
    wayOf(name, { waves: changes(before, waves, end), before, assumed });
  return [
    way('change, wave by wave', annotatedWaves(manifests)),
    way('change, in the order of the files', writtenWaves(manifests)),
  ];
}

function wayText({ name, safety }: Way): string {
  const { waves, breach } = safety;
  const steps = waves.reduce((sum, wave) => sum + wave.steps.length, 0);
  const shown = waves.every((wave) => wave.steps.length === 1)
    ? []
    : waves.map((wave) => `  ${wave.name}: ${kindsIn(wave)}`);
  const verdict = breach === undefined ? safeText(safety) : breachText(breach);
  return [`${name}: ${counted(steps, 'step')}`, ...shown, verdict].join('\n');
}

function safeText({ questions, states, isSampled }: Safety): string {
  if (questions === 0) {
    return '  safe at every step: there is no call to break, and nobody who has to stay apart';
  }
  const how = isSampled ? 'too many for all, so some were drawn' : 'all orders';
  return `  safe at every step: ${counted(questions, 'question')} in ${counted(states, 'state')} (${how})`;
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

function safetyJson({ waves, questions, states, isSampled, breach }: Safety): object {
  return {
    safe: breach === undefined,
    questions,
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
