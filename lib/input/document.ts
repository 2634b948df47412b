import type * as z from 'zod';
import type { Problem } from '../model/problem';
import { schemaProblems } from './schema-problems';
import type { LocatedProblem, Reading, SourceFile } from './source';
import { contentsOf, syntaxProblems } from './yaml-text';

/**
 * Reads a YAML file by a schema and reports every problem at once: broken YAML, unknown fields and
 * bad values, each with its line.
 * @param furtherRules rules that need the values of other fields or files; they see the values as found
 */
export function readDocument<T>(
  { name, text }: SourceFile,
  schema: z.ZodType<T>,
  furtherRules: (found: unknown) => readonly Problem[] = () => [],
): Reading<T> {
  const contents = contentsOf(text);
  const found = contents.flatMap(({ found, lineOf, written }) =>
    [...schemaProblems(schema, found), ...furtherRules(found)].map((problem) => ({
      ...problem,
      line: lineOf(problem.path),
      ...shownAs(problem, written(problem)),
    })),
  );
  const problems = distinct([...syntaxProblems(text), ...found])
    .sort((a, b) => a.line - b.line)
    .map((problem): LocatedProblem => ({ ...problem, file: name }));
  const [content] = contents;
  return problems.length === 0 ? { value: schema.parse(content?.found), problems } : { problems };
}

function shownAs({ value }: Problem, written: string | undefined): Pick<LocatedProblem, 'written'> {
  return written === undefined || written === JSON.stringify(value) ? {} : { written };
}

/** Contents that differ in one field share the problems of all others. */
function distinct<P extends Problem>(problems: readonly P[]): P[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
