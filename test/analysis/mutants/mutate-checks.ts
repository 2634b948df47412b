/**
 * Whether it would be noticed if checks said something else: `npm run mutate-checks`. Each check garbles its words,
 * its field, its object and its level in turn; then every text in the sources of checks gets a mark, and each mark
 * has to come up in what is kept of findings and pages. Ends with 1 if anything goes unnoticed.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allChecks } from '../../../lib/analysis/checks/table';
import { garblings, survivors } from '../garbling';
import { marked, type Words } from './marks';

const root = join(__dirname, '..', '..', '..');
const sources = join('lib', 'analysis', 'checks');
/** Texts that nobody reads: names of conditions, which tell them apart. */
const unsaid = join('routing', 'match-conditions.ts');

for (const [what, garble] of Object.entries(garblings)) {
  report(what, allChecks.length, survivors(garble));
}
// Inside the checkout, so that modules resolve as they do for the program.
const copy = mkdtempSync(join(root, '.mutants-'));
try {
  const places = markedCopy(copy);
  const said = saidBy(copy);
  const missed = [...places].filter(([mark]) => !said.includes(mark));
  report(
    'texts of the sources',
    places.size,
    missed.map(([, place]) => place),
  );
} finally {
  rmSync(copy, { recursive: true });
}

function report(what: string, total: number, missed: readonly string[]): void {
  console.log(`${what}: ${total - missed.length} of ${total} noticed`);
  missed.forEach((one) => {
    console.log(`  not noticed: ${one}`);
  });
  if (missed.length > 0) {
    process.exitCode = 1;
  }
}

/** Copies what checks and their cases are made of, and marks every text of the checks. */
function markedCopy(folder: string): ReadonlyMap<string, string> {
  for (const part of ['lib', 'test/analysis', 'imports/istio-schemas.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  const places = new Map<string, string>();
  const names = readdirSync(join(folder, sources), { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((one) => one.endsWith('.ts') && one !== unsaid)) {
    const markOf = ({ line, text }: Words): string => {
      const mark = `<${places.size + 1}>`;
      places.set(mark, `${join(sources, name)}:${line}: ${text}`);
      return mark;
    };
    const file = join(folder, sources, name);
    writeFileSync(file, marked(readFileSync(file, 'utf8'), markOf));
  }
  return places;
}

/** What the checks of a copy say of all cases. */
function saidBy(folder: string): string {
  const lab = join(root, 'test', 'stacks', '__snapshots__', 'dist');
  const files = readdirSync(lab).filter((name) => name.endsWith('.yaml'));
  const script = join(folder, 'test', 'analysis', 'mutants', 'print-said.ts');
  const args = ['--import', 'tsx', script, ...files.map((name) => join(lab, name))];
  return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
}
