import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, textOf } from './project-files';

const page = textOf('docs/architecture.md');

/** What the page names in code and is a path of the checkout: folders end with a slash. */
const paths = [...page.matchAll(/`((?:bench|cli|docs|imports|lib|stacks|test)\/[\w./-]*)`/g)].map(
  ([, path = '']) => path,
);

function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}/`);
}

describe('docs/architecture.md', () => {
  it('names folders and files that exist', () => {
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it.each(['lib', 'lib/analysis'])('names every folder of %s', (folder) => {
    expect(foldersIn(folder).filter((path) => !paths.includes(path))).toEqual([]);
  });
});
