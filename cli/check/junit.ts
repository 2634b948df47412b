import type { CheckDescription } from '../../lib/analysis/checks/check';
import type { CheckResult, JudgedFinding } from './result';
import { problemMessage, problemTitle } from './problem-text';
import { xmlText } from './xml-text';

/**
 * A report of tests in JUnit's form: each finding is a test case that fails, each check that finds nothing is one that passes.
 * A known finding is skipped, and one of a level that nothing fails for passes, with what it says as its output.
 * @see https://github.com/testmoapp/junitxml
 */
export function checkJunit({ checks, findings, problems }: CheckResult): string {
  const found = new Set(findings.map(({ finding }) => finding.code));
  const passed = checks.filter(({ code }) => !found.has(code));
  const cases = [
    ...problems.map((problem) => {
      const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
      return testCase('input', place, problem, [element('error', { message: problemTitle }, problemMessage(problem))]);
    }),
    ...findings.map(findingCase),
    ...passed.map(({ code, title }: CheckDescription) => testCase(code, title, {}, [])),
  ];
  const counts = {
    tests: String(cases.length),
    failures: String(findings.filter(({ fails }) => fails).length),
    errors: String(problems.length),
    skipped: String(findings.filter(({ isKnown }) => isKnown).length),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'mesh-lab', ...counts })}>`,
    `<testsuite${attributes({ name: 'lab check', ...counts })}>`,
    ...cases,
    '</testsuite>',
    '</testsuites>',
  ].join('\n');
}

function findingCase({ finding, isKnown, fails }: JudgedFinding): string {
  const { code, level, object, field, file, line, message, remedy, link } = finding;
  const said = `${file}:${line}: ${level} ${code}\n${object}: ${field}\n${message}\nremedy: ${remedy}\nsee: ${link}`;
  const failure = element('failure', { message, type: level }, said);
  const passed = isKnown
    ? element('skipped', { message: 'known by the baseline' }, '')
    : element('system-out', {}, said);
  return testCase(code, `${object}: ${field}`, { file, line }, [fails ? failure : passed]);
}

function testCase(
  classname: string,
  name: string,
  { file, line }: { readonly file?: string; readonly line?: number },
  inner: readonly string[],
): string {
  const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line: String(line) }) };
  return [`<testcase${attributes({ classname, name, ...place })}>`, ...inner, '</testcase>'].join('');
}

function element(name: string, of: Readonly<Record<string, string>>, text: string): string {
  return `<${name}${attributes(of)}>${xmlText(text)}</${name}>`;
}

function attributes(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('');
}
