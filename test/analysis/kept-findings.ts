import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../lib/analysis/checks/check';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks, allDescriptions } from '../../lib/analysis/checks/table';
import type { Finding } from '../../lib/analysis/finding';
import { type Inventory, inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { CheckCases } from './check-cases';
import { manifestsOf } from './inputs';

/** A case by its name, and what is found in it, one finding a line. */
export type KeptCase = readonly [name: string, lines: readonly string[]];

/** The file that keeps what is found in the cases of a folder, for the reader of a change. */
export function keptFile(folder: string): string {
  return join(__dirname, 'cases', '__findings__', `${folder}.txt`);
}

/** Whether the file of a folder has a section, or the first cases of one, to the letter. */
export function keepsTo(folder: string, text: string): boolean {
  return `\n${readFileSync(keptFile(folder), 'utf8')}`.includes(`\n${text}\n`);
}

/** The cases of one check below its code. */
export function section(code: string, cases: readonly KeptCase[]): string {
  const entries = cases.flatMap(([name, lines]) => [`  ${name}`, ...lines.map((line) => `    ${line}`)]);
  return [code, ...entries].join('\n');
}

/**
 * What is found in the broken cases of a check.
 * @param checks in whose words. @default - those there are
 */
export function brokenCases({ code, broken }: CheckCases, checks: readonly Check[] = allChecks): KeptCase[] {
  return Object.entries(broken).map(([name, text]) => {
    const found = findingsOf(code, inventoryOfCase(text), checks);
    return [name, found.map((finding) => inOneLine(finding, ` ${finding.line}`))];
  });
}

/** When cases are looked at: their certificates have run out before, or will after. */
const dayOfCases = '2026-11-26T12:00:00Z';

/** What is found under a code: by its own check, or by the run of all of them. */
export function findingsOf(code: string, inventory: Inventory, checks: readonly Check[] = allChecks): Finding[] {
  const own = checks.filter((check) => check.code === code);
  return findings(inventory, own.length === 0 ? checks : own, dayOfCases).filter((finding) => finding.code === code);
}

const remedies = new Map(allDescriptions.map(({ code, remedy }) => [code, remedy]));

/** Level, code, object, field, message, and the remedy where it is not that of the check, which its page has. */
export function inOneLine({ code, level, object, field, message, remedy }: Finding, line = ''): string {
  const own = remedy === remedies.get(code) ? '' : `; remedy: ${remedy}`;
  return `${level} ${code} ${object} ${field}${line}: ${message}${own}`;
}

const inventories = new Map<string, Inventory>();

/** The inventory of a case's YAML, made once. */
export function inventoryOfCase(text: string): Inventory {
  const inventory = inventories.get(text) ?? inventoryOf(manifestsOf(text));
  inventories.set(text, inventory);
  return inventory;
}
