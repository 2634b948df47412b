import type { Finding, Level } from '../../lib/analysis/finding';
import { findingText } from '../../lib/analysis/finding-text';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import type { ReadInventory } from '../read/read-inventory';
import { counted } from '../../lib/canary/format';
import type { Overview } from './report';

/** Every finding in some objects. */
export function check({ inventory, manifests }: Pick<ReadInventory, 'inventory' | 'manifests'>): Overview {
  const found = findings(inventory, allChecks, new Date().toISOString());
  const summary = summaryOf(found, manifests.length);
  return {
    json: { objects: manifests.length, checks: allChecks.length, findings: found },
    text: [...found.map(findingText), summary].join('\n'),
    summary,
    isFine: found.length === 0,
  };
}

function summaryOf(found: readonly Finding[], objects: number): string {
  const levels: readonly Level[] = ['error', 'warning', 'info'];
  const counts = levels
    .map((level) => ({ level, count: found.filter((finding) => finding.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => counted(count, level, level === 'info' ? level : `${level}s`));
  const result = counts.length === 0 ? 'nothing found' : counts.join(', ');
  return `${counted(objects, 'object')}, ${allChecks.length} checks: ${result}`;
}
