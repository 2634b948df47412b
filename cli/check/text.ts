import type { Level } from '../../lib/analysis/finding';
import { counted } from '../../lib/canary/format';
import { findingText } from '../../lib/analysis/finding-text';
import type { CheckResult } from './result';

const levels: readonly Level[] = ['error', 'warning', 'info'];

/** For people: what is new, and a summary. Problems are not in it: they are told on the standard error, as everywhere. */
export function checkText(result: CheckResult): string {
  const fresh = result.findings.filter(({ isKnown }) => !isKnown);
  return [...fresh.map(({ finding }) => findingText(finding)), checkSummary(result), ...baselineText(result)].join(
    '\n',
  );
}

/** How much was found in how much. */
export function checkSummary({ objects, checks, findings }: CheckResult): string {
  const counts = levels
    .map((level) => ({
      level,
      count: findings.filter(({ finding, isKnown }) => finding.level === level && !isKnown).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => counted(count, level, level === 'info' ? level : `${level}s`));
  const nothing = findings.length === 0 ? 'nothing found' : 'nothing new';
  return `${counted(objects, 'object')}, ${counted(checks.length, 'check')}: ${counts.length === 0 ? nothing : counts.join(', ')}`;
}

function baselineText({ findings, baseline }: CheckResult): string[] {
  if (baseline === undefined) {
    return [];
  }
  const { file, stale } = baseline;
  const known = findings.filter(({ isKnown }) => isKnown).length;
  const gone = `${stale} of its entries ${stale === 1 ? 'is' : 'are'} stale: write it anew with --write-baseline ${file}`;
  return [`${known} known by ${file}`, ...(stale === 0 ? [] : [gone])];
}
