import type { Finding } from '../../lib/analysis/finding';
import { type Change, type ChangedObject, subjectName } from '../../lib/drill/change';
import type { Drill } from '../../lib/drill/drill';
import type { Original } from '../../lib/drill/original';
import type { Scene } from '../../lib/drill/scene';
import { ClusterError } from '../cluster/cluster-error';
import { withFinish } from '../interrupt';
import { breakObjects, originalsOf, undo, type Undone } from './fault';
import { findingLines } from './finding-lines';
import { forget, keep } from './record';
import { type DrillReport, type Seen, seen, type Tell } from './report';
import { settled } from './settled';
import { lookUntil, type Stage } from './sights';

/** A drill, and what it does to the rendered files. */
export interface Prepared {
  readonly drill: Drill;
  readonly scene: Scene;
  readonly changes: readonly Change[];
  readonly objects: readonly ChangedObject[];
  readonly findings: readonly Finding[];
}

/** Seconds that a symptom has to show itself, and to go: a rollout is among what it may wait for. */
const patience = 120;
/** Seconds that the lab has to be well before anything is broken. */
const patienceBefore = 15;

/** What was seen while something was broken. */
interface Broken {
  readonly during?: Seen;
  readonly refusal?: string;
}

/**
 * Breaks, looks, and undoes, and tells what happens.
 * @throws ClusterError if the symptom is there already; Interrupted when it was told to end, with everything undone
 */
export async function perform(prepared: Prepared, stage: Stage, tell: Tell): Promise<DrillReport> {
  const { drill, changes, findings, scene } = prepared;
  const symptom = drill.symptom(scene);
  const never = new AbortController().signal;
  tell('drill', `${drill.name}: ${drill.breaks}`);
  findingLines(drill.prediction, findings).forEach((line) => {
    tell('', line);
  });
  const before = seen(await lookUntil(stage, symptom, 'isGone', { seconds: patienceBefore, signal: never }));
  tell('before', before.text);
  if (!before.isGone) {
    throw new ClusterError('the symptom is there before anything is broken', 'mend the lab first: `lab verify`');
  }
  const { broken, undoing } = await brokenAndUndone(prepared, stage, tell);
  const after = seen(await lookUntil(stage, symptom, 'isGone', { seconds: patience, signal: never }));
  tell('after', after.text);
  const wasSeen = broken.refusal !== undefined || broken.during?.isSymptom === true;
  return {
    drill: drill.name,
    breaks: drill.breaks,
    prediction: drill.prediction,
    findings,
    broken: changes.map(({ subject }) => subjectName(subject)),
    before,
    ...broken,
    after,
    fix: drill.fix,
    ...undoing,
    isFine: wasSeen && after.isGone && [...undoing.failed, ...undoing.foreign].length === 0,
  };
}

async function brokenAndUndone(prepared: Prepared, stage: Stage, tell: Tell) {
  const { objects } = stage;
  const originals = await originalsOf(objects, prepared.changes);
  await keep(objects, prepared.drill.name, originals);
  let undoing: Undone = { failed: [], foreign: [] };
  const broken = await withFinish(
    (signal) => breakAndLook(prepared, stage, { originals, tell, signal }),
    async () => {
      undoing = await undone(stage, originals, tell);
    },
  );
  return { broken, undoing };
}

interface Breaking {
  readonly originals: readonly Original[];
  readonly tell: Tell;
  readonly signal: AbortSignal;
}

async function breakAndLook(
  { drill, changes, scene }: Prepared,
  stage: Stage,
  { originals, tell, signal }: Breaking,
): Promise<Broken> {
  const symptom = drill.symptom(scene);
  const refusal = await breakObjects(stage.objects, originals);
  if (refusal !== undefined) {
    tell('refused', refusal);
    tell('fix', drill.fix);
    return { refusal };
  }
  tell('broken', changes.map(({ subject }) => subjectName(subject)).join(', '));
  await settled(stage.objects, originals, { seconds: patience, signal });
  const during = seen(await lookUntil(stage, symptom, 'isSeen', { seconds: patience, signal }));
  tell('during', during.text);
  tell(during.isSymptom ? 'seen' : 'NOT seen', symptom.shows);
  tell('fix', drill.fix);
  return { during };
}

async function undone(
  { objects }: Pick<Stage, 'objects'>,
  originals: readonly Original[],
  tell: Tell,
): Promise<Undone> {
  const result = await undo(objects, originals);
  const { failed, foreign } = result;
  if (failed.length > 0) {
    tell('NOT undone', `${failed.join(', ')}; try \`lab drill undo\``);
    return result;
  }
  await forget(objects);
  const names = originals.map(({ subject }) => subjectName(subject)).filter((name) => !foreign.includes(name));
  if (names.length > 0) {
    tell('undone', `${names.join(', ')}: as before`);
  }
  if (foreign.length > 0) {
    tell('left', `${foreign.join(', ')}: somebody changed it since, so it stays; apply the files again: \`lab up\``);
  }
  const isSettled = await settled(objects, originals, { seconds: patience, signal: new AbortController().signal });
  if (!isSettled) {
    tell('', `some pods are not ready ${patience} s later; \`lab status\` shows them`);
  }
  return result;
}
