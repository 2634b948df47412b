import { Inventory } from '../inventory/inventory';
import type { Manifest } from '../manifest/manifest';
import { callQuestions, workingCalls } from './call-questions';
import { Footprints } from './footprint/footprints';
import { Openings, refusalsIn } from './openings';
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

/** What a plan may not break: what works at its beginning or at its end, and what is refused at both. */
export function questionsOf({ waves, before, assumed }: PlanProps): Questions {
  const steps = waves.flatMap((wave) => wave.steps);
  const versions = new Set([...assumed, ...before.values(), ...steps.map(({ manifest }) => manifest)]);
  const footprints = new Footprints(new Inventory([...versions]));
  const start = new Inventory([...assumed, ...before.values()]);
  const end = new Inventory([...assumed, ...after(before, steps).values()]);
  const openings = new Openings(start);
  const { pairs, isSampled } = refusalsIn(end);
  return {
    questions: [
      ...callQuestions([...workingCalls(start), ...workingCalls(end)], footprints),
      ...pairQuestions(
        pairs.filter((pair) => !openings.isOpen(pair)),
        footprints,
      ),
    ],
    isSampled,
  };
}
