import { type Outcome, outcomeOf } from '../../lib/verify/outcome';
import type { Question } from '../../lib/verify/question';
import { type Patience, repliesIn, scriptFor } from '../../lib/verify/script';
import type { Executor } from '../cluster/exec';
import type { ReadyProbe } from './probes';

/** Milliseconds that all questions of one pod have. */
const patience = 120_000;

/** Asks all questions of one pod. @returns what came of each, in their order */
export async function askInside(
  executor: Executor,
  { namespace, pod }: ReadyProbe,
  questions: readonly Question[],
  each: Patience,
): Promise<Outcome[][]> {
  const where = { namespace, pod, container: 'probe' };
  const { stdout, stderr, isFine } = await executor.run(where, ['sh', '-c', scriptFor(questions, each)], patience);
  if (!isFine) {
    throw new Error(`${namespace}/${pod} can't ask: ${stderr.trim()}`);
  }
  return repliesIn(stdout, questions.length).map((replies, index) =>
    replies.map((reply) => outcomeOf(reply, questions[index]?.probe?.isMeshed === true)),
  );
}
