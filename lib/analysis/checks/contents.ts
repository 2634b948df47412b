import { suppressionKey } from '../../kubernetes/suppression';
import type { CheckDescription } from './check';

/** The page that leads to those of all checks. */
export function checksContents(descriptions: readonly CheckDescription[]): string {
  const rows = descriptions
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, aliases = [], level, title }) => {
      const codes = [`[${code}](${code}.md)`, ...aliases].join(', ');
      return `| ${codes} | ${level} | ${title} |`;
    });
  return [introduction, '| code | level | what holds |\n| --- | --- | --- |', ...rows, ''].join('\n');
}

const introduction = `# Checks

What \`lab check\` finds in Kubernetes and Istio YAML of any origin. Codes that start with IST are those of
\`istioctl analyze\`, with KIA those of Kiali, with LAB those of this lab. What several tools know by codes of their own
is one finding, and has all of the codes. [Writing checks](../how-to/write-a-check.md) says how one is added.

## Suppressions

Where a finding is right and the object is too, the object says so, and why:

\`\`\`yaml
metadata:
  annotations:
    ${suppressionKey('KIA1107')}: the subset is declared by another team's chart
\`\`\`

It holds for one code on one object. One that nothing needs any more is a finding itself, and so is one without a reason.

## All checks
`;
