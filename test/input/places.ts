import type { LocatedProblem } from '../../lib/input/source';

/** Where each problem stands, as `menu.yaml:3 dishes.0.name`. */
export function places(problems: readonly LocatedProblem[]): string[] {
  return problems.map(({ file, line, path }) => [`${file}:${String(line)}`, path.join('.')].join(' ').trim());
}
