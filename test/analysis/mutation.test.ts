import type { Check } from '../../lib/analysis/checks/check';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { allCases } from './cases/table';
import type { CheckCases } from './check-cases';
import { rendered } from '../support/render';
import { threeTiers } from '../support/three-tiers';
import { faultless } from './faultless';
import { manifestsOf } from './inputs';

const inputs = faultless(rendered(threeTiers()));
const score = new Map<string, { caught: number; total: number }>();

function codesFound(manifests: readonly Manifest[], checks: readonly Check[]): string[] {
  return findings(inventoryOf(manifests), checks).map(({ code }) => code);
}

function variantsOf({ mutations = {}, broken = {} }: CheckCases): [name: string, variant: readonly Manifest[]][] {
  const made = Object.entries(mutations).flatMap(([name, mutation]) =>
    [...inputs].flatMap(([input, objects]) =>
      [...mutation(objects)].map((variant, number): [string, readonly Manifest[]] => [
        `${name}, in ${input} #${number}`,
        variant,
      ]),
    ),
  );
  return [
    ...made,
    ...Object.entries(broken).map(([name, text]): [string, readonly Manifest[]] => [name, manifestsOf(text)]),
  ];
}

describe.each(allCases.map((cases) => [cases.code, cases] as const))('%s', (code, cases) => {
  const checks = allChecks.filter((check) => check.code === code);

  it('catches every fault', () => {
    const variants = variantsOf(cases);
    const missed = variants.filter(([, variant]) => !codesFound(variant, checks).includes(code));
    score.set(code, { caught: variants.length - missed.length, total: variants.length });
    expect(missed.map(([name]) => name)).toEqual([]);
    expect(variants.length).toBeGreaterThan(0);
  });

  it('finds each way to make the fault a place somewhere', () => {
    const idle = Object.entries(cases.mutations ?? {})
      .filter(([, mutation]) => ![...inputs.values()].some((objects) => [...mutation(objects)].length > 0))
      .map(([name]) => name);
    expect(idle).toEqual([]);
  });

  it('lets pass what only looks like it', () => {
    const alarms = Object.entries(cases.clean).filter(([, text]) => codesFound(manifestsOf(text), checks).length > 0);
    expect(alarms.map(([name]) => name)).toEqual([]);
    expect(Object.keys(cases.clean)).not.toEqual([]);
  });
});

describe('all checks together', () => {
  it('have cases, each of them', () => {
    const tested = allCases.map(({ code }) => code).sort();
    expect(tested).toEqual(allChecks.map(({ code }) => code).sort());
  });

  it.each([...inputs])('find nothing in %s', (_, objects) => {
    expect(findings(inventoryOf(objects), allChecks)).toEqual([]);
  });
});

afterAll(() => {
  const rows = [...score].map(([code, { caught, total }]) => `${code} ${caught}/${total}`);
  const sum = (pick: (one: { caught: number; total: number }) => number): number =>
    [...score.values()].reduce((total, one) => total + pick(one), 0);
  console.log([...rows, `all ${sum(({ caught }) => caught)}/${sum(({ total }) => total)}`].join('\n'));
});
