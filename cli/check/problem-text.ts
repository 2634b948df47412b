import type { LocatedProblem } from '../../lib/input/source';
import { shortened } from '../../lib/input/shortened';

/** What a format calls something that could not be read. */
export const problemTitle = 'input can not be read';

/** What was found, what holds, and what to do. */
export function problemMessage({ path, value, written, rule, remedy }: LocatedProblem): string {
  const found = value === undefined ? 'missing' : shortened(written ?? JSON.stringify(value), 200);
  return `${[...(path.length === 0 ? [] : [path.join('.')]), found].join(': ')}\nrule: ${rule}\nremedy: ${remedy}`;
}
