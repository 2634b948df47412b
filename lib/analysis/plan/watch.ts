import { Inventory } from '../inventory/inventory';
import { keyOf, type Manifest } from '../manifest/manifest';
import type { Part, PartOfWave } from './course';
import { isEveryOrder, prefixesOf } from './orders';
import type { Question } from './question';
import { after, type State, type Step } from './step';

/** A moment of a plan: a step is taken, some of the same wave before it, and all waves before that. */
export interface Moment {
  /** The place of the wave among all of them. */
  readonly place: number;
  readonly step: Step;
  readonly taken: readonly Step[];
}

/** Asks one question in the states of a plan that differ in what its answer depends on. */
export class Watch {
  /** How many states it was asked in. */
  states = 0;
  private readonly assumed: readonly Manifest[];

  constructor(
    private readonly question: Question,
    private readonly part: Part,
    assumed: readonly Manifest[],
  ) {
    this.assumed = assumed.filter((manifest) => question.footprint.has(keyOf(manifest)));
  }

  /** Whether some orders are left out. */
  get isSampled(): boolean {
    return this.part.waves.some(({ steps }) => !isEveryOrder(steps));
  }

  /** The first moment at which something is broken, up to a wave. */
  firstBreach(last = Infinity): Moment | undefined {
    const seen = new Set<string>();
    let state = this.part.before;
    for (const wave of this.part.waves.filter(({ place }) => place <= last)) {
      for (const prefix of prefixesOf(wave.steps)) {
        const next = after(state, prefix);
        const name = nameOf(next);
        if (!seen.has(name) && this.brokenIn(next).length > 0) {
          return this.momentIn(wave, state, prefix);
        }
        seen.add(name);
      }
      state = after(state, wave.steps);
    }
    return undefined;
  }

  /** What is broken at a moment that another question found. */
  brokenAt({ place: now, step, taken }: Moment): readonly string[] {
    const ofNow = [...taken, step];
    const steps = this.part.waves.flatMap(({ place, steps: ofWave }) =>
      place < now ? ofWave : ofWave.filter((one) => ofNow.includes(one)),
    );
    return this.brokenIn(after(this.part.before, steps));
  }

  /** The first of some steps, in their order, after which something is broken. */
  private momentIn({ place }: PartOfWave, state: State, steps: readonly Step[]): Moment | undefined {
    for (const [index, step] of steps.entries()) {
      if (this.brokenIn(after(state, steps.slice(0, index + 1))).length > 0) {
        return { place, step, taken: steps.slice(0, index) };
      }
    }
    return undefined;
  }

  private brokenIn(state: State): readonly string[] {
    this.states += 1;
    return this.question.brokenIn(new Inventory([...this.assumed, ...state.values()]));
  }
}

/** The same for the same objects in the same order. */
function nameOf(state: State): string {
  return [...state.values()].map(numberOf).join(' ');
}

const numbers = new WeakMap<Manifest, number>();
let last = 0;

/** Tells versions of an object apart. */
function numberOf(manifest: Manifest): number {
  const found = numbers.get(manifest) ?? (last += 1);
  numbers.set(manifest, found);
  return found;
}
