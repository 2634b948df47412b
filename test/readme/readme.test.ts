import * as z from 'zod';
import { pages, textOf } from './project-files';
import { settingsTable } from './settings-table';

const readme = textOf('README.md');
const manifest = z
  .object({ scripts: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(textOf('package.json')));

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

test('every npm script that a page names exists', () => {
  const named = pages().flatMap((page) =>
    [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => ({ page, script })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ script }) => manifest.scripts[script] === undefined)).toEqual([]);
});

describe('Node', () => {
  const versions = manifest.engines.node.split(' || ').map((range) => range.replace(/^[^\d]+|\.0$/g, ''));

  it('has one list of versions, of which CI runs every line', () => {
    const majors = versions.map((version) => version.replace(/\..*/, ''));
    expect(textOf('.ci/run')).toContain(`for version in ${majors.join(' ')}; do`);
    expect(majors).toContain(textOf('.nvmrc').trim());
  });

  it('is asked for by the README as package.json does', () => {
    expect(readme).toContain(`You need Node (${versions.join(', ').replace(/, (\d+)$/, ', or $1')} and newer)`);
  });
});
