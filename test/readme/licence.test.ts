import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { pages, projectFiles, root, textOf } from './project-files';

/** An entry of NOTICE: a line that names files, and what is said of them. */
function entries(): Map<string, string> {
  const blocks = textOf('NOTICE').matchAll(/^((?:imports|test|lib|stacks|apps)\/\S+)\n((?: {2}.*\n)+)/gm);
  return new Map([...blocks].map(([, files = '', text = '']) => [files, text]));
}

/** The rows of the table of a page that says where data of others comes from, cell by cell. */
function sources(page: string): string[][] {
  return textOf(page)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', ''))
        .slice(1, -1),
    );
}

it('LICENSE is the one that package.json names', () => {
  const { license } = z.object({ license: z.string() }).parse(JSON.parse(textOf('package.json')));
  expect(license).toBe('Apache-2.0');
  expect(textOf('LICENSE')).toMatch(/^\s*Apache License\n\s*Version 2\.0, January 2004\n/);
  expect(textOf('LICENSE')).toContain('END OF TERMS AND CONDITIONS');
});

describe('NOTICE', () => {
  it('has an entry for each schema of others, and no other', () => {
    const schemas = projectFiles().filter((file) => file.startsWith('imports/schemas/'));
    expect(schemas.length).toBeGreaterThan(0);
    expect([...entries().keys()].filter((files) => files.startsWith('imports/')).sort()).toEqual(schemas.sort());
  });

  it('says of each schema what its own page says: version and licence', () => {
    for (const [schema = '', , licence = ''] of sources('imports/README.md')) {
      const version = /\d+(\.\d+)+/.exec(schema)?.[0] ?? 'no version';
      expect([schema, entries().get(`imports/${schema}`)]).toEqual([schema, expect.stringContaining(` ${version}\n`)]);
      expect([schema, entries().get(`imports/${schema}`)]).toEqual([schema, expect.stringContaining(licence)]);
    }
  });

  it('has an entry for each folder with a page about what others have made', () => {
    const folders = pages().filter((page) => /\| licence/.test(textOf(page)) && !page.startsWith('imports/'));
    expect(folders.length).toBeGreaterThan(0);
    expect(folders.filter((page) => !entries().has(page.replace('README.md', '')))).toEqual([]);
  });

  it('names files that exist, with source, version and licence', () => {
    for (const [files, text] of entries()) {
      expect([files, existsSync(join(root, files))]).toEqual([files, true]);
      expect([files, text]).toEqual([
        files,
        expect.stringMatching(/ {2}What: [^]* {2}Source: +https:[^]* {2}Version: [^]* {2}Licence: /),
      ]);
    }
  });

  it('names everything that the bindings are made of and made into', () => {
    const bindings = projectFiles().filter((file) => /^imports\/(?:[^/]+\.io\.ts|.*-schemas\.json)$/.test(file));
    expect(bindings.filter((file) => !textOf('NOTICE').includes(file))).toEqual([]);
  });
});
