import { toMatchFile } from 'jest-file-snapshot';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks, allDescriptions } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { allCases, casesByFolder } from './cases/table';
import type { CheckCases } from './check-cases';
import { faultless, manifestsOf } from './inputs';
import { brokenCases, findingsOf, inOneLine, type KeptCase, keptFile, section } from './kept-findings';

expect.extend({ toMatchFile });

const inputs = faultless();

/** What is found in every variant of every mutation of a check. */
interface Mutated {
  readonly name: string;
  readonly variants: readonly KeptCase[];
}

const mutatedByCode = new Map<string, readonly Mutated[]>();

function mutatedOf({ code, mutations = {} }: CheckCases): readonly Mutated[] {
  const known = mutatedByCode.get(code);
  if (known !== undefined) {
    return known;
  }
  const found = Object.entries(mutations).map(([name, mutation]) => ({
    name,
    variants: [...inputs].flatMap(([input, objects]) =>
      [...mutation(objects)].map((variant, number): KeptCase => {
        const place = number === 0 ? input : `${input} #${number + 1}`;
        return [`${name}, in ${place}`, lines(code, variant)];
      }),
    ),
  }));
  mutatedByCode.set(code, found);
  return found;
}

/** Without the numbers of lines: they change with everything else that the lab renders. */
function lines(code: string, manifests: readonly Manifest[]): string[] {
  return findingsOf(code, inventoryOf(manifests)).map((finding) => inOneLine(finding));
}

describe.each(allCases.map((cases) => [cases.code, cases] as const))('%s', (code, cases) => {
  it('catches every fault', () => {
    const variants = [...brokenCases(cases), ...mutatedOf(cases).flatMap(({ variants }) => variants)];
    const missed = variants.filter(([, found]) => found.length === 0);
    expect(missed.map(([name]) => name)).toEqual([]);
    expect(Object.keys(cases.broken)).not.toEqual([]);
  });

  it('finds each way to make the fault a place somewhere', () => {
    const idle = mutatedOf(cases).filter(({ variants }) => variants.length === 0);
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it('lets pass what only looks like it', () => {
    const alarms = Object.entries(cases.clean).filter(([, text]) => lines(code, manifestsOf(text)).length > 0);
    expect(alarms.map(([name]) => name)).toEqual([]);
    expect(Object.keys(cases.clean)).not.toEqual([]);
  });
});

/** The broken cases, and the first place of each mutation: the others differ in names alone. */
function sectionOf(cases: CheckCases): string {
  const first = mutatedOf(cases).flatMap(({ variants }) => variants.slice(0, 1));
  return section(cases.code, [...brokenCases(cases), ...first]);
}

describe('what is found', () => {
  it.each(Object.entries(casesByFolder))(
    'is what cases/__findings__ keeps of %s: `npm test -- -u` writes it',
    (folder, cases) => {
      expect(`${cases.map(sectionOf).join('\n')}\n`).toMatchFile(keptFile(folder));
    },
  );
});

describe('all checks together', () => {
  it('have cases, each of them', () => {
    const tested = allCases.map(({ code }) => code).sort();
    expect(tested).toEqual(allDescriptions.map(({ code }) => code).sort());
  });

  it.each([...inputs])('find nothing in %s', (_, objects) => {
    expect(findings(inventoryOf(objects), allChecks)).toEqual([]);
  });
});
