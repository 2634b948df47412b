import { Inventory } from '../inventory/inventory';
import { keyOf, type Manifest } from '../manifest/manifest';
import { callQuestions } from './call-questions';
import { type Footprint, Footprints } from './footprint/footprints';
import { pairsIn } from './openings';
import { pairQuestions } from './pair-questions';
import type { Question } from './question';
import { after, type State, type Wave } from './step';

export interface PlanProps {
  readonly waves: readonly Wave[];
  /** What is there before the first step. */
  readonly before: State;
  /** The platform, which is there all the time. */
  readonly assumed: readonly Manifest[];
  /** Told now and then how far it is. @default - nobody is */
  readonly onProgress?: ((asked: number, questions: number) => void) | undefined;
}

/** What has to hold all the time. */
export interface Questions {
  readonly questions: readonly Question[];
  /** Whether pairs were drawn, because there are too many. */
  readonly isSampled: boolean;
}

/** What a plan may not break: what works at its beginning or is new and works at its end, and what is refused at both. */
export function questionsOf({ waves, before, assumed }: PlanProps): Questions {
  const steps = waves.flatMap((wave) => wave.steps);
  const end = new Inventory([...assumed, ...after(before, steps).values()]);
  const versions = new Set([...assumed, ...before.values(), ...steps.map(({ manifest }) => manifest)]);
  const changed = new Set(steps.map(({ manifest }) => keyOf(manifest)));
  const pairs = pairsIn(end);
  const asking = {
    start: new Inventory([...assumed, ...before.values()]),
    end,
    footprints: new Footprints(new Inventory([...versions])),
    isConcerned: (footprint: Footprint) => [...footprint].some((key) => changed.has(key)),
  };
  return { questions: [...callQuestions(asking), ...pairQuestions(asking, pairs)], isSampled: pairs.isSampled };
}
