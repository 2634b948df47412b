import type { Check, Rule } from './check';
import { groundlessSuppression, unusedSuppression } from './suppression';

/** The page of documentation of all checks: what each guards, why, and what to do. */
export function checksPage(checks: readonly Check[]): string {
  const rules = [...checks, unusedSuppression, groundlessSuppression].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [
    '# Checks',
    '',
    'What `lab check` finds in Kubernetes and Istio YAML of any origin. Codes that start with IST are those of',
    '`istioctl analyze`, with KIA those of Kiali, with LAB those of this lab. What several tools know by codes of their own',
    'is one finding, and has all of the codes.',
    '',
    suppressions,
    '| code | level | what holds |',
    '| --- | --- | --- |',
    ...rules.map((rule) => `| [${codesOf(rule)}](#${anchorOf(rule)}) | ${rule.level} | ${rule.title} |`),
    '',
    rules.map(section).join('\n\n'),
    '',
  ].join('\n');
}

const suppressions = `## Suppressions

Where a finding is right and the object is too, the object says so, and why:

\`\`\`yaml
metadata:
  annotations:
    suppress.mesh-lab/KIA1107: the subset is declared by another team's chart
\`\`\`

It holds for one code on one object. One that nothing needs any more is a finding itself, and so is one without a reason.
`;

function section(rule: Rule): string {
  const { level, title, reason, remedy, link } = rule;
  return [
    `## ${codesOf(rule)}`,
    `${title} (${level}).`,
    `Why: ${reason}`,
    `What to do: ${remedy}.`,
    `Source: <${link}>`,
  ].join('\n\n');
}

function codesOf({ code, aliases = [] }: Rule): string {
  return [code, ...aliases].join(', ');
}

/** The anchor of a check's section, as GitHub makes it of the heading. */
export function anchorOf(rule: Rule): string {
  return codesOf(rule).toLowerCase().replaceAll(',', '').replaceAll(' ', '-');
}
