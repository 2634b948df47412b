import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsTable } from './settings-table';

const root = join(__dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Tables are compared cell by cell: the formatter pads them. */
function cells(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .filter((line) => !/^[|\s-]+$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

test('the settings table of the README is what the program takes', () => {
  const table = /<!-- settings -->([\s\S]*)<!-- \/settings -->/.exec(readme)?.[1] ?? '';
  expect(cells(table)).toEqual(cells(settingsTable()));
});

test('every npm script that the README names exists', () => {
  const manifest = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((script) => manifest.scripts[script ?? ''] === undefined)).toEqual([]);
});
