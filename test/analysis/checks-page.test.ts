import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { checksContents } from '../../lib/analysis/checks/contents';
import { checkPage } from '../../lib/analysis/checks/page';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks, allDescriptions } from '../../lib/analysis/checks/table';
import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { allCases } from './cases/table';
import { exampleOf } from './example';
import { inventoryFrom } from './inputs';
import { blindSpots, kindsRead } from './reads';

expect.extend({ toMatchFile });

const pages = join(__dirname, '..', '..', 'docs', 'checks');
const examples = new Map(
  allCases.map((cases) => {
    const check = allChecks.find(({ code }) => code === cases.code);
    return [cases.code, { ...exampleOf(cases), reads: kindsRead(cases, check) }];
  }),
);
const codes = allDescriptions.map(({ code }) => code);

describe('docs/checks', () => {
  it.each(allDescriptions.map((description) => [description.code, description] as const))(
    'has a page for %s, made of its words and its cases: `npm test -- -u` writes it',
    (code, description) => {
      const example = examples.get(code);
      expect(example && checkPage(description, example)).toMatchFile(join(pages, `${code}.md`));
    },
  );

  it('has a page that leads to them', () => {
    expect(checksContents(allDescriptions)).toMatchFile(join(pages, 'README.md'));
  });

  it('has no page of what is gone', () => {
    expect(readdirSync(pages).sort()).toEqual([...codes.map((code) => `${code}.md`), 'README.md'].sort());
  });

  it.each([...examples])(
    'shows for %s what it says is found, and beside it YAML without any finding',
    (code, shown) => {
      expect(shown.found.map((finding) => finding.code)).toContain(code);
      expect(findings(inventoryFrom(shown.clean), allChecks)).toEqual([]);
    },
  );
});

describe('the words of a check', () => {
  it('say why, what to do, and where it comes from', () => {
    for (const { code, title, reason, remedy, link } of allChecks) {
      const isMissing = (text: string): boolean => text.trim() === '' || text.includes('TODO');
      expect([code, [title, reason, remedy].filter(isMissing)]).toEqual([code, []]);
      expect([code, link]).toEqual([code, expect.stringMatching(/^https:\/\//)]);
      expect([code, remedy.endsWith('.'), title.endsWith('.')]).toEqual([code, false, false]);
    }
  });

  it('have a code of their own', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});

describe('the kinds that a page says its check reads', () => {
  it('are all that it can be seen to ask for', () => {
    expect(blindSpots()).toEqual([]);
  });

  it('are some, for every check', () => {
    expect([...examples].filter(([, { reads }]) => reads.length === 0)).toEqual([]);
  });

  it.each<[way: string, find: (inventory: Inventory) => unknown, kinds: string[]]>([
    ['a list', ({ virtualServices }) => virtualServices, ['VirtualService']],
    ['an index over lists', (inventory) => inventory.knowsHost('web.example'), ['Service', 'ServiceEntry']],
    ['a kind that few look at', (inventory) => inventory.ofKind('', 'Secret'), ['Secret']],
    ['a name that nobody has', (inventory) => inventory.named('', 'Service', 'shop', 'nobody'), ['Service']],
    ['settings of the mesh', ({ mesh }) => mesh, ['ConfigMap']],
    ['all of them', ({ manifests }) => manifests, ['every object']],
  ])('are seen where a check asks by %s', (_, ask, kinds) => {
    const find = (inventory: Inventory): [] => {
      ask(inventory);
      return [];
    };
    expect(kindsRead({ code: 'LAB999', broken: { any: '' }, clean: {} }, { find })).toEqual(kinds);
  });
});
