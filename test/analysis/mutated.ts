import { type Inventory, inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import type { CheckCases } from './check-cases';
import { brokenCases, findingsOf, inOneLine, type KeptCase, section } from './kept-findings';

/** What is found in every variant of one mutation. */
export interface Mutated {
  readonly name: string;
  readonly variants: readonly KeptCase[];
}

/** What is found where the faults of a check are made in faultless inputs. */
export function mutatedOf(
  { code, mutations = {} }: CheckCases,
  inputs: ReadonlyMap<string, readonly Manifest[]>,
): Mutated[] {
  return Object.entries(mutations).map(([name, mutation]) => ({
    name,
    variants: [...inputs].flatMap(([input, objects]) =>
      [...mutation(objects)].map((variant, number): KeptCase => {
        const place = number === 0 ? input : `${input} #${number + 1}`;
        return [`${name}, in ${place}`, linesWithoutNumber(code, inventoryOf(variant))];
      }),
    ),
  }));
}

/** Without the numbers of lines: they change with everything else that the lab renders. */
export function linesWithoutNumber(code: string, inventory: Inventory): string[] {
  return findingsOf(code, inventory).map((finding) => inOneLine(finding));
}

/** What is kept of a check: its broken cases, and the first place of each mutation. The others differ in names alone. */
export function keptSection(cases: CheckCases, mutated: readonly Mutated[]): string {
  const first = mutated.flatMap(({ variants }) => variants.slice(0, 1));
  return section(cases.code, [...brokenCases(cases), ...first]);
}
