import { closest, distance } from 'fastest-levenshtein';
import type { CheckDescription } from '../../lib/analysis/checks/check';
import { allDescriptions } from '../../lib/analysis/checks/table';
import type { Problem } from '../../lib/model/problem';

/** Which checks count, by their codes, or those that other tools have for the same. */
export interface Selection {
  /** @default - all of them */
  readonly only?: readonly string[] | undefined;
  /** @default - none */
  readonly skip?: readonly string[] | undefined;
}

/** Every check that is selected. */
export function selected({ only, skip = [] }: Selection): CheckDescription[] {
  return allDescriptions.filter(
    (check) => (only === undefined || codesOf(check).some((code) => only.includes(code))) && !skips(check, skip),
  );
}

function skips(check: CheckDescription, skip: readonly string[]): boolean {
  return codesOf(check).some((code) => skip.includes(code));
}

function codesOf({ code, aliases = [] }: CheckDescription): string[] {
  return [code, ...aliases];
}

/**
 * What in a list is the code of no check.
 * @param path of the field that has the list
 */
export function codeProblems(path: Problem['path'], codes: readonly string[]): Problem[] {
  const known = allDescriptions.flatMap(codesOf);
  return codes.flatMap((code, index) =>
    known.includes(code)
      ? []
      : [{ path: [...path, index], value: code, rule: 'the code of a check', remedy: remedyFor(code, known) }],
  );
}

function remedyFor(code: string, known: readonly string[]): string {
  const nearest = closest(code.toUpperCase(), known);
  const hint = distance(code.toUpperCase(), nearest) <= 2 ? `did you mean ${nearest}? ` : '';
  return `${hint}docs/checks/README.md has all of them`;
}
