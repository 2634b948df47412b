import { allDescriptions } from '../../../lib/analysis/checks/table';
import type { Finding } from '../../../lib/analysis/finding';
import type { CheckResult, JudgedFinding } from '../../../cli/check/result';

export const finding: Finding = {
  code: 'KIA1101',
  aliases: ['IST0101'],
  level: 'error',
  object: 'VirtualService shop/shop',
  file: 'a, b/50%: route.yaml',
  line: 9,
  field: 'spec.http[0]',
  message: 'host <nobody> & "co" of Gateway shop/edge (edge.yaml:12)',
  remedy: 'name\nanother',
  link: 'https://example.com/',
};

export function judgedOf(change: Partial<JudgedFinding> = {}, of: Partial<Finding> = {}): JudgedFinding {
  return { finding: { ...finding, ...of }, isKnown: false, fails: true, ...change };
}

export function resultOf(change: Partial<CheckResult> = {}): CheckResult {
  return {
    objects: 1,
    checks: allDescriptions,
    findings: [judgedOf()],
    problems: [
      {
        file: 'bad.yaml',
        line: 3,
        path: ['spec', 0],
        value: 'x\u0001',
        rule: 'the document is YAML',
        remedy: 'mend it',
      },
    ],
    files: new Set(['edge.yaml', finding.file]),
    ...change,
  };
}
