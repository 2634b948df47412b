import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorsOf, linksOf } from './markdown';
import { pages, projectFiles, root, textOf } from './project-files';

/** What is wrong with a link of a page, if it leads to a place in this repository. */
function faultOf(page: string, link: string): string[] {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURI(path));
  if (!existsSync(join(root, target))) {
    return [`${page}: ${link} leads to ${target}, which does not exist`];
  }
  const isKnown = anchor === undefined || (target.endsWith('.md') && anchorsOf(textOf(target)).includes(anchor));
  return isKnown ? [] : [`${page}: ${link} leads to a heading that ${target} does not have`];
}

const inside = pages().flatMap((page) =>
  linksOf(textOf(page))
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => ({ page, link })),
);

describe('the links of all pages', () => {
  it('lead to files and headings that exist', () => {
    expect(inside.length).toBeGreaterThan(100);
    expect(inside.flatMap(({ page, link }) => faultOf(page, link))).toEqual([]);
  });

  it('are told from code, and anchors are made as GitHub makes them', () => {
    const page = [
      '# What `lab` does',
      '`[a](b.md)` and [c](d.md#e)',
      '```md',
      '# [f](g.md)',
      '```',
      '## KIA0001, IST2',
    ];
    expect(linksOf(page.join('\n'))).toEqual(['d.md#e']);
    expect(anchorsOf(page.join('\n'))).toEqual(['what-lab-does', 'kia0001-ist2']);
  });
});

describe('the pages that messages name', () => {
  const named = projectFiles()
    .filter((file) => /^(cli|lib|stacks)\/.*\.ts$/.test(file))
    .flatMap((file) => [...textOf(file).matchAll(/'((?:README|docs\/[\w/-]+)\.md(?:#[\w-]+)?)'/g)])
    .map(([, link = '']) => link);

  it('exist, with the headings', () => {
    expect(named.length).toBeGreaterThan(0);
    expect(named.flatMap((link) => faultOf('README.md', link))).toEqual([]);
  });
});

describe('docs/README.md', () => {
  const index = inside.filter(({ page }) => page === 'docs/README.md').map(({ link }) => join('docs', link));

  it('has one line for each page that has no index of its own', () => {
    const others = pages().filter((page) => /^docs\/(?!README\.md$|(?:checks|decisions)\/(?!README))/.test(page));
    expect(others.filter((page) => index.filter((one) => one === page).length !== 1)).toEqual([]);
  });
});
