import { Inventory } from '../inventory/inventory';
import { type Manifest, nameOf } from '../manifest/manifest';
import { Openings, type Refusal, refusalsIn } from './openings';
import { prefixesOf } from './orders';
import { after, type State, type Step, type Wave } from './step';
import { callsIn, type ExpectedCall, Traffic } from './traffic';

/** A moment of a plan at which something is broken that works at its beginning or at its end. */
export interface Breach {
  readonly wave: string;
  /** The step that breaks it. */
  readonly step: Step;
  /** Steps of the same wave that were taken before. */
  readonly taken: readonly Step[];
  /** Declared calls that fail, and undeclared ones that get through; in words. */
  readonly broken: readonly string[];
}

export interface Safety {
  readonly waves: readonly Wave[];
  /** How many states were looked at. */
  readonly states: number;
  /** How many of all states between waves; the rest are between them, evenly spread. */
  readonly isSampled: boolean;
  /** The first breach. @default - every state is safe */
  readonly breach?: Breach;
}

export interface PlanProps {
  readonly waves: readonly Wave[];
  /** What is there before the first step. */
  readonly before: State;
  /** The platform, which is there all the time. */
  readonly assumed: readonly Manifest[];
}

/** Plans of more waves are looked at in so many places, and step by step only around what is unsafe. */
const mostWaves = 200;

/**
 * Looks at every state that a plan may lead through. A call whose both ends are there has to get
 * through if it does so at the beginning or at the end of the plan; a caller who is refused both at
 * the beginning, if the callee is there, and at the end has to be refused all the time.
 */
export function safetyOf({ waves, before, assumed }: PlanProps): Safety {
  const watch = new Watch(
    assumed,
    before,
    waves.reduce((state, { steps }) => after(state, steps), before),
  );
  const isSampled = waves.length > mostWaves;
  const stride = Math.ceil(waves.length / mostWaves);
  let state = before;
  for (let start = 0; start < waves.length; start += stride) {
    const group = waves.slice(start, start + stride);
    const last = group.reduce((from, { steps }) => after(from, steps), state);
    const isQuiet = stride > 1 && watch.brokenIn(last).length === 0;
    const breach = isQuiet ? undefined : firstBreach(group, state, watch);
    if (breach !== undefined) {
      return { waves, states: watch.states, isSampled, breach };
    }
    state = last;
  }
  return { waves, states: watch.states, isSampled };
}

function firstBreach(waves: readonly Wave[], start: State, watch: Watch): Breach | undefined {
  let state = start;
  for (const { name, steps } of waves) {
    for (const prefix of prefixesOf(steps)) {
      if (watch.brokenIn(after(state, prefix)).length > 0) {
        return breachIn(name, prefix, state, watch);
      }
    }
    state = after(state, steps);
  }
  return undefined;
}

/** The first of some steps, in their order, after which something is broken. */
function breachIn(wave: string, prefix: readonly Step[], state: State, watch: Watch): Breach | undefined {
  for (const [index, step] of prefix.entries()) {
    const broken = watch.brokenIn(after(state, prefix.slice(0, index + 1)));
    if (broken.length > 0) {
      return { wave, step, taken: prefix.slice(0, index), broken };
    }
  }
  return undefined;
}

/** Knows what has to hold all the time, and tells what does not. */
class Watch {
  states = 0;
  private readonly wanted: ReadonlySet<string>;
  private readonly refused: readonly Refusal[];

  constructor(
    private readonly assumed: readonly Manifest[],
    before: State,
    end: State,
  ) {
    const inventories = [this.inventoryOf(before), this.inventoryOf(end)] as const;
    this.wanted = new Set(inventories.flatMap(workingCalls).map(({ name }) => name));
    const openings = new Openings(inventories[0]);
    this.refused = refusalsIn(inventories[1]).filter((refusal) => !openings.isOpen(refusal));
  }

  brokenIn(state: State): string[] {
    this.states += 1;
    const inventory = this.inventoryOf(state);
    const traffic = new Traffic(inventory);
    const openings = new Openings(inventory);
    const failing = callsIn(inventory)
      .filter(({ name }) => this.wanted.has(name))
      .map((call) => ({ call, reason: traffic.failureOf(call) }))
      .filter(({ reason }) => reason !== undefined)
      .map(({ call, reason = '' }) => `${call.name} fails: ${reason}`);
    const open = this.refused
      .filter((refusal) => openings.isOpen(refusal))
      .map(({ name }) => `${name} gets through, and nobody declared it`);
    return [...failing, ...open];
  }

  private inventoryOf(state: State): Inventory {
    return new Inventory([...this.assumed, ...state.values()]);
  }
}

function workingCalls(inventory: Inventory): ExpectedCall[] {
  const traffic = new Traffic(inventory);
  return callsIn(inventory).filter((call) => traffic.failureOf(call) === undefined);
}

/** `apply VirtualService frontend/frontend-vs` */
export function stepName({ action, manifest }: Step): string {
  return `${action} ${nameOf(manifest)}`;
}
