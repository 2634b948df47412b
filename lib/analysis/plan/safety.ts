import { nameOf } from '../manifest/manifest';
import { Course } from './course';
import { askedTogether } from './question';
import { type PlanProps, questionsOf } from './questions';
import type { Step, Wave } from './step';
import { type Moment, Watch } from './watch';

/** A moment of a plan at which something is broken that works at its beginning or at its end. */
export interface Breach {
  readonly wave: string;
  /** The step that breaks it. */
  readonly step: Step;
  /** Steps of the same wave that were taken before, as far as they matter. */
  readonly taken: readonly Step[];
  /** Declared calls that fail, and undeclared ones that get through; in words. */
  readonly broken: readonly string[];
}

export interface Safety {
  readonly waves: readonly Wave[];
  /** What has to hold all the time: a client's calls to a host are one, a pair that has to stay apart is one. */
  readonly questions: number;
  /** In how many states they were asked, all together. */
  readonly states: number;
  /** Whether orders or pairs were drawn, because they are too many. */
  readonly isSampled: boolean;
  /** The first breach. @default - every state is safe */
  readonly breach?: Breach;
}

/**
 * Whether every state is safe that a plan may lead through. A call whose both ends are there has to get through if it does
 * so at the beginning, or at the end and is new; a caller who is refused both at the beginning, if the callee is there, and
 * at the end has to be refused all the time.
 *
 * Each of these is asked in the states of the objects that its answer depends on: to it a plan of a thousand services is
 * one of a few objects, and whatever else is there at the same moment makes no difference.
 */
export function safetyOf(props: PlanProps): Safety {
  const { waves, before, assumed, onProgress } = props;
  const { questions, isSampled } = questionsOf(props);
  const course = new Course(before, waves);
  const watches = askedTogether(questions).map(
    (question) => new Watch(question, course.partFor(question.footprint), assumed),
  );
  const first = watches.reduce<Moment | undefined>((found, watch, asked) => {
    onProgress?.(asked, watches.length);
    return earlier(found, watch.firstBreach(found?.place));
  }, undefined);
  return {
    waves,
    questions: questions.length,
    states: watches.reduce((sum, { states }) => sum + states, 0),
    isSampled: isSampled || watches.some((watch) => watch.isSampled),
    ...(first === undefined ? {} : { breach: breachAt(first, waves, watches) }),
  };
}

/** The one that fewer steps lead to. */
function earlier(one: Moment | undefined, other: Moment | undefined): Moment | undefined {
  if (one === undefined || other === undefined) {
    return one ?? other;
  }
  const order = one.place - other.place || one.taken.length - other.taken.length;
  return order <= 0 ? one : other;
}

function breachAt(moment: Moment, waves: readonly Wave[], watches: readonly Watch[]): Breach {
  const { place, step, taken } = moment;
  return { wave: waves[place]?.name ?? '', step, taken, broken: watches.flatMap((watch) => watch.brokenAt(moment)) };
}

/** `apply VirtualService frontend/frontend-vs` */
export function stepName({ action, manifest }: Step): string {
  return `${action} ${nameOf(manifest)}`;
}
