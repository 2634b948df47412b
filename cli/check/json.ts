import type { CheckResult } from './result';

/** One JSON document: docs/schemas/check.schema.json says what is in it. */
export function checkJson({ objects, checks, findings, problems, baseline }: CheckResult): string {
  const document = {
    objects,
    checks: checks.length,
    findings: findings.map(({ finding, isKnown, fails }) => ({ ...finding, known: isKnown, fails })),
    problems: problems.map(({ file, line, path, value, rule, remedy }) => ({ file, line, path, value, rule, remedy })),
    baseline,
  };
  return JSON.stringify(document, undefined, 2);
}
