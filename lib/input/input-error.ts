import { shortened } from './shortened';
import type { LocatedProblem } from './source';

/** Thrown when what the user wrote can't be used; carries every problem there is. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(readonly problems: readonly LocatedProblem[]) {
    super(problems.map(describe).join('\n'));
  }
}

/** `traffic.yaml:7: splits.shop: 101`, and below it what holds and what to do. */
function describe(problem: LocatedProblem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.path.length === 0 ? [] : [problem.path.join('.')];
  const value =
    problem.value === undefined ? 'missing' : shortened(problem.written ?? JSON.stringify(problem.value), 200);
  return [[place, ...field, value].join(': '), `  rule:   ${problem.rule}`, `  remedy: ${problem.remedy}`].join('\n');
}
