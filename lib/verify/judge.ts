import { type Outcome, outcomeText, refuserName } from './outcome';
import type { Question } from './question';
import type { Row } from './row';
import { isWithinBound, shareBound } from '../statistics/share-bound';

/** Compares what came back with what the analysis says. */
export function judged(question: Question, outcomes: readonly Outcome[]): Row {
  const { area, what, said } = question;
  const { isHeld, seen } = comparison(question, outcomes);
  return { area, what, said, seen, verdict: isHeld ? 'held' : 'different' };
}

interface Comparison {
  readonly isHeld: boolean;
  readonly seen: string;
}

function comparison({ expected }: Question, outcomes: readonly Outcome[]): Comparison {
  const seen = counted(outcomes.map(outcomeText));
  if (outcomes.length === 0) {
    return { isHeld: false, seen: 'nothing' };
  }
  switch (expected.kind) {
    case 'answered':
      return { isHeld: outcomes.every(({ kind }) => kind === 'answered'), seen };
    case 'refused':
      return refusals(outcomes, expected);
    case 'status':
      return { isHeld: outcomes.every((one) => statusOf(one) === expected.status), seen };
    case 'shares':
      return shares(outcomes, expected.shares, ([first]) => first);
    case 'lanes':
      return shares(outcomes, expected.shares, (path) => laneOf(path, expected.releases));
  }
}

/** Any refusal is one; that another layer was first is worth a word. */
function refusals(outcomes: readonly Outcome[], { layer, isExact }: Refusal): Comparison {
  const isHeld = outcomes.every((one) => one.kind === 'refused' && (!isExact || one.by === layer));
  const isRefused = outcomes.every(({ kind }) => kind === 'refused');
  const [first] = outcomes;
  const early = first?.kind === 'refused' && first.by !== layer ? `, before ${nameOf(layer)} could` : '';
  const text = first?.kind === 'refused' ? `${refuserName(first.by)} (${first.how})${early}` : '';
  return { isHeld, seen: isRefused ? `refused by ${text}` : counted(outcomes.map(outcomeText)) };
}

type Refusal = Extract<Question['expected'], { kind: 'refused' }>;

function nameOf(layer: string): string {
  return layer === 'network' ? 'the network' : layer;
}

function statusOf(outcome: Outcome): number | undefined {
  return outcome.kind === 'answered' ? outcome.status : Number(/^\d{3}/.exec(outcome.how)?.[0]);
}

/** The releases on a way, each once: those of services that have several. */
function laneOf(path: readonly string[], releases: ReadonlyMap<string, string>): string | undefined {
  const met = new Set(path.map((name) => releases.get(name)).filter((release) => release !== undefined));
  return path.length === 0 ? undefined : [...met].sort().join('+');
}

function shares(
  outcomes: readonly Outcome[],
  wanted: ReadonlyMap<string, number>,
  nameIn: (path: readonly string[]) => string | undefined,
): Comparison {
  const answered = outcomes.filter((one) => one.kind === 'answered');
  const named = answered.flatMap(({ path }) => nameIn(path) ?? []);
  const lost = outcomes.filter((one) => one.kind === 'refused' || one.status >= 500);
  if (lost.length > 0) {
    return { isHeld: false, seen: counted(outcomes.map(outcomeText)) };
  }
  if (named.length === 0) {
    return { isHeld: true, seen: `${outcomes.length} answered; by whom they do not tell` };
  }
  const names = new Set([...wanted.keys(), ...named]);
  const parts = [...names].map((name) => {
    const taken = named.filter((one) => one === name).length;
    const share = wanted.get(name) ?? 0;
    return { isHeld: isWithinBound(taken, named.length, share), text: shareText(name, taken, named.length, share) };
  });
  return { isHeld: parts.every(({ isHeld }) => isHeld), seen: parts.map(({ text }) => text).join(', ') };
}

function shareText(name: string, taken: number, all: number, share: number): string {
  if (share <= 0 || share >= 1) {
    return `${name} ${taken} of ${all}`;
  }
  const { lower, upper } = shareBound(taken, all);
  return `${name} ${taken} of ${all} (${percent(lower)} to ${percent(upper)} %)`;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** The same words once, with their number. */
function counted(words: readonly string[]): string {
  return [...new Set(words)]
    .map((word) => {
      const count = words.filter((one) => one === word).length;
      return words.length === 1 ? word : `${count} x ${word}`;
    })
    .join(', ');
}
