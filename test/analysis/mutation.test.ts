import { toMatchFile } from 'jest-file-snapshot';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks, allDescriptions } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { rendered } from '../support/render';
import { threeTiers } from '../support/three-tiers';
import { allCases, casesByFolder } from './cases/table';
import { faultless } from './faultless';
import { garblings, survivors } from './garbling';
import { brokenCases, inventoryOfCase, keptFile } from './kept-findings';
import { keptSection, linesWithoutNumber, mutatedOf, type Mutated } from './mutated';

expect.extend({ toMatchFile });

const inputs = faultless(rendered(threeTiers()));
const mutatedByCode = new Map<string, readonly Mutated[]>();

beforeAll(() => {
  for (const cases of allCases) {
    mutatedByCode.set(cases.code, mutatedOf(cases, inputs));
  }
});

describe.each(allCases.map((cases) => [cases.code, cases] as const))('%s', (code, cases) => {
  const mutated = (): readonly Mutated[] => mutatedByCode.get(code) ?? [];

  it('catches every fault', () => {
    const variants = [...brokenCases(cases), ...mutated().flatMap(({ variants }) => variants)];
    const missed = variants.filter(([, found]) => found.length === 0);
    expect(missed.map(([name]) => name)).toEqual([]);
    expect(Object.keys(cases.broken)).not.toEqual([]);
  });

  it('finds each way to make the fault a place somewhere', () => {
    const idle = mutated().filter(({ variants }) => variants.length === 0);
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it('lets pass what only looks like it', () => {
    const alarms = Object.entries(cases.clean).filter(
      ([, text]) => linesWithoutNumber(code, inventoryOfCase(text)).length > 0,
    );
    expect(alarms.map(([name]) => name)).toEqual([]);
    expect(Object.keys(cases.clean)).not.toEqual([]);
  });
});

describe('what is found', () => {
  it.each(Object.entries(casesByFolder))(
    'is what cases/__findings__ keeps of %s: `npm test -- -u` writes it',
    (folder, cases) => {
      const sections = cases.map((one) => keptSection(one, mutatedByCode.get(one.code) ?? []));
      expect(`${sections.join('\n')}\n`).toMatchFile(keptFile(folder));
    },
  );
});

describe('what is kept', () => {
  it('is what the checks say as they are', () => {
    expect(survivors((check) => check).sort()).toEqual(allChecks.map(({ code }) => code).sort());
  });

  it.each(Object.entries(garblings))('tells when any check garbles %s', (_, garble) => {
    expect(survivors(garble)).toEqual([]);
  });
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
