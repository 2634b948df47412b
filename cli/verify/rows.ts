import { judged } from '../../lib/verify/judge';
import type { Outcome } from '../../lib/verify/outcome';
import type { Probe } from '../../lib/verify/probe';
import { isQuestion, type Item, type Question } from '../../lib/verify/question';
import type { Row } from '../../lib/verify/row';
import type { Executor } from '../cluster/exec';
import type { GatewayAddress } from '../gateway/ask';
import { pause } from '../interrupt';
import { askInside } from './inside';
import { askOutside } from './outside';
import type { NoProbe, Probes } from './probes';

/** What questions are asked with. */
export interface Means {
  readonly gateway: GatewayAddress;
  readonly executor: Executor;
  readonly probes: Pick<Probes, 'start' | 'of'>;
  readonly isQuick: boolean;
}

interface Course {
  readonly signal: AbortSignal;
  readonly tell: (text: string) => void;
}

/** Milliseconds before what differs is asked again: what is only late, as after an apply, has arrived then. */
const rest = 3000;

/**
 * Asks everything, and compares. Who got no answer where there should be one is asked once more, with fresh requests: only
 * what differs then as well counts, and what does not tells what it was at first. An answer that should not be counts at once.
 * @returns a row for each item, in their order
 */
export async function rowsOf(items: readonly Item[], means: Means, { signal, tell }: Course): Promise<Row[]> {
  const questions = items.filter(isQuestion);
  const probes = new Map(questions.flatMap(({ probe }) => (probe === undefined ? [] : [[probe.key, probe] as const])));
  tell(`${questions.length} questions; ${probes.size} pods are made to ask them`);
  await means.probes.start([...probes.values()], signal);
  tell('asking');
  const answers = await answersTo(questions, means, signal);
  const rows = items.map((item) => rowOf(item, answers));
  const isDoubted = (row: Row | undefined, item: Item): item is Question =>
    row?.verdict === 'different' && isQuestion(item) && ['answered', 'status'].includes(item.expected.kind);
  const doubted = items.filter((item, index): item is Question => isDoubted(rows[index], item));
  if (doubted.length === 0) {
    return rows;
  }
  tell(`asking again what differs: ${doubted.length} questions`);
  await pause(rest, signal);
  const again = await answersTo(doubted, means, signal);
  return rows.map((row, index) => {
    const item = items[index];
    return item !== undefined && isDoubted(row, item) ? twice(row, rowOf(item, again)) : row;
  });
}

/** What came of asking twice. A second time that could not be asked changes nothing. */
export function twice(first: Row, second: Row): Row {
  switch (second.verdict) {
    case 'held':
      return { ...second, seen: `${second.seen}; asked twice, at first ${first.seen}` };
    case 'different':
      return { ...second, seen: `${second.seen}; asked twice` };
    case 'not asked':
      return first;
  }
}

async function answersTo(questions: readonly Question[], means: Means, signal: AbortSignal): Promise<Answers> {
  const asked = [...new Map(questions.map((question) => [keyOf(question), question])).values()];
  const probes = new Map(asked.flatMap(({ probe }) => (probe === undefined ? [] : [[probe.key, probe] as const])));
  const answers: Answers = new Map();
  await Promise.all([
    outside(asked, means, answers, signal),
    ...[...probes.values()].map((probe) => inside(probe, asked, means, answers)),
  ]);
  return answers;
}

/** What came of a question, or why it was not asked; by its key. */
type Answers = Map<string, Outcome[] | NoProbe>;

/** The same for questions that one answer is enough for. */
function keyOf({ probe, ask, times }: Question): string {
  return JSON.stringify([probe?.key, ask, times]);
}

/** Questions from outside at a time: no more than a busy browser asks. */
const together = 3;

async function outside(
  questions: readonly Question[],
  { gateway }: Means,
  answers: Answers,
  signal: AbortSignal,
): Promise<void> {
  const open = questions.filter(({ probe }) => probe === undefined);
  const askNext = async (): Promise<void> => {
    for (let question = open.shift(); question !== undefined; question = open.shift()) {
      signal.throwIfAborted();
      answers.set(keyOf(question), await askOutside(gateway, question));
    }
  };
  await Promise.all(Array.from({ length: together }, askNext));
}

async function inside(
  probe: Probe,
  questions: readonly Question[],
  { probes, executor, isQuick }: Means,
  answers: Answers,
): Promise<void> {
  const own = questions.filter((question) => question.probe?.key === probe.key);
  const ready = probes.of(probe);
  if ('why' in ready) {
    own.forEach((question) => answers.set(keyOf(question), ready));
    return;
  }
  // A proxy takes ten seconds to say that nobody takes a connection; who has no time hears nothing.
  const patience = isQuick ? { connect: 3, total: 5 } : { connect: 5, total: 14 };
  try {
    const outcomes = await askInside(executor, ready, own, patience);
    own.forEach((question, index) => answers.set(keyOf(question), outcomes[index] ?? []));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    own.forEach((question) => answers.set(keyOf(question), { why, isNobody: false }));
  }
}

function rowOf(item: Item, answers: Answers): Row {
  const { area, what, said } = item;
  if (!isQuestion(item)) {
    return { area, what, said, seen: item.why, verdict: 'not asked' };
  }
  const answer = answers.get(keyOf(item)) ?? { why: 'nobody asked', isNobody: false };
  if ('why' in answer) {
    const row = { area, what, said, seen: answer.why, verdict: 'not asked' } as const;
    return answer.isNobody ? row : { ...row, couldNot: true };
  }
  return judged(item, answer);
}
