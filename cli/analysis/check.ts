import type { Finding, Level } from '../../lib/analysis/finding';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import type { ReadInventory } from '../read/read-inventory';
import type { Report } from './report';

/** Every finding in some objects. */
export function check({ inventory, manifests }: Pick<ReadInventory, 'inventory' | 'manifests'>): Report {
  const found = findings(inventory, allChecks);
  return {
    json: { objects: manifests.length, checks: allChecks.length, findings: found },
    text: [...found.map(describe), summary(found, manifests.length)].join('\n'),
    isFine: found.length === 0,
  };
}

/** `dist/0001-ml.k8s.yaml:412: error KIA1107 (IST0101)`, and below it what, where, and what to do. */
function describe({ file, line, level, code, aliases, object, field, message, remedy, link }: Finding): string {
  const also = aliases.length === 0 ? '' : ` (${aliases.join(', ')})`;
  const lines = [`${object}: ${field}`, message, `remedy: ${remedy}`, `see: ${link}`];
  return [`${file}:${line}: ${level} ${code}${also}`, ...lines.map((text) => `  ${text}`)].join('\n');
}

function summary(found: readonly Finding[], objects: number): string {
  const levels: readonly Level[] = ['error', 'warning', 'info'];
  const counts = levels
    .map((level) => ({ level, count: found.filter((finding) => finding.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}`);
  const result = counts.length === 0 ? 'nothing found' : counts.join(', ');
  return `${objects} objects, ${allChecks.length} checks: ${result}`;
}
