import { keyOf } from '../manifest/manifest';
import { indexBy } from '../inventory/index-by';
import type { Footprint } from './footprint/footprints';
import type { State, Step, Wave } from './step';

/** A plan as far as it concerns one question. */
export interface Part {
  readonly before: State;
  readonly waves: readonly PartOfWave[];
}

/** Those steps of a wave that are of concern. */
export interface PartOfWave {
  /** Its place among all waves, from 0. */
  readonly place: number;
  readonly steps: readonly Step[];
}

interface PlacedStep {
  readonly place: number;
  readonly order: number;
  readonly step: Step;
}

/** What a plan begins with and the steps that follow, of which it finds those that concern some objects. */
export class Course {
  private readonly steps: ReadonlyMap<string, readonly PlacedStep[]>;
  private readonly orderBefore: ReadonlyMap<string, number>;

  constructor(
    private readonly before: State,
    waves: readonly Wave[],
  ) {
    this.orderBefore = new Map([...before.keys()].map((key, order) => [key, order]));
    const steps = waves.flatMap(({ steps: ofWave }, place) => ofWave.map((step) => ({ place, step })));
    this.steps = indexBy(
      steps.map((one, order) => ({ ...one, order })),
      ({ step }) => keyOf(step.manifest),
    );
  }

  partFor(footprint: Footprint): Part {
    const keys = [...footprint];
    const before = keys.map((key) => ({ key, order: this.orderBefore.get(key) ?? -1, manifest: this.before.get(key) }));
    const steps = keys.flatMap((key) => this.steps.get(key) ?? []).sort(inOrder);
    return {
      before: new Map(
        before.sort(inOrder).flatMap(({ key, manifest }) => (manifest === undefined ? [] : [[key, manifest]])),
      ),
      waves: [...indexBy(steps, ({ place }) => place)].map(([place, ofWave]) => ({
        place,
        steps: ofWave.map(({ step }) => step),
      })),
    };
  }
}

function inOrder(one: { readonly order: number }, other: { readonly order: number }): number {
  return one.order - other.order;
}
