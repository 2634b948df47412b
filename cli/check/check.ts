import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import type { Finding, Level } from '../../lib/analysis/finding';
import type { Overview } from '../analysis/report';
import type { ReadInventory } from '../read/read-inventory';
import { type BaselineEntry, compare } from './baseline';
import { type Selection, selected } from './codes';
import { Places } from './places';
import type { CheckResult } from './result';
import { checkSummary, checkText } from './text';

/** What is looked for, and what the command fails for. */
export interface Judgement extends Selection {
  readonly failOn: Level;
  /** @default - nothing is known */
  readonly baseline?: { readonly file: string; readonly entries: readonly BaselineEntry[] };
}

const severity: Readonly<Record<Level, number>> = { info: 0, warning: 1, error: 2 };

/** Every finding in some objects. */
export function foundIn({ inventory }: Pick<ReadInventory, 'inventory'>): Finding[] {
  return findings(inventory, allChecks, new Date().toISOString());
}

/** What is to be said of findings, all of which are looked for in any case: a suppression may need them. */
export function judged(
  read: Pick<ReadInventory, 'manifests' | 'problems'>,
  found: readonly Finding[],
  { failOn, baseline, ...selection }: Judgement,
): CheckResult {
  const checks = selected(selection);
  const codes = new Set(checks.map(({ code }) => code));
  const meant = found.filter(({ code }) => codes.has(code));
  const files = filesOf(read);
  const entries = baseline?.entries.filter(({ code }) => codes.has(code)) ?? [];
  const { known, stale } = compare(meant, entries, new Places(files));
  return {
    objects: read.manifests.length,
    checks,
    findings: meant.map((finding) => {
      const isKnown = known.has(finding);
      return { finding, isKnown, fails: !isKnown && severity[finding.level] >= severity[failOn] };
    }),
    problems: read.problems,
    files,
    ...(baseline === undefined ? {} : { baseline: { file: baseline.file, stale } }),
  };
}

export function filesOf({ manifests }: Pick<ReadInventory, 'manifests'>): ReadonlySet<string> {
  return new Set(manifests.map(({ origin }) => origin.document.file.name));
}

/** Every finding in some objects, for people; all is fine without any. */
export function check(read: Pick<ReadInventory, 'inventory' | 'manifests'>): Omit<Overview, 'json'> {
  const result = judged({ ...read, problems: [] }, foundIn(read), { failOn: 'info' });
  return { text: checkText(result), summary: checkSummary(result), isFine: result.findings.length === 0 };
}
