import fc from 'fast-check';
import { check } from '../../../cli/check/check';
import { planReport } from '../../../cli/analysis/plan';
import { authorizationReport } from '../../../cli/authz/authz-report';
import { routeReport } from '../../../cli/route/route';
import { inventoryOf } from '../../../lib/analysis/inventory/inventory';
import { readManifests } from '../../../lib/analysis/manifest/read';
import { byteDamage, withByteDamage } from './byte-damage';
import { pieces } from './pieces';
import { structuralDamage, withStructuralDamage } from './structural-damage';

/** How many texts of each kind, and which: `FUZZ_RUNS=20000 FUZZ_SEED=7 npm test -- fuzz` looks further. */
const { FUZZ_RUNS = '2000', FUZZ_SEED = '20261121' } = process.env;
const runs = Number(FUZZ_RUNS);

const piece = fc.nat(pieces.length - 1);

const damagedBytes = fc
  .tuple(piece, fc.array(byteDamage, { minLength: 1, maxLength: 3 }))
  .map(([index, damages]) => damages.reduce(withByteDamage, pieces[index] ?? ''));

const damagedStructure = fc
  .tuple(piece, fc.array(structuralDamage, { minLength: 1, maxLength: 3 }))
  .map(([index, damages]) => withStructuralDamage(pieces[index] ?? '', damages));

describe('whatever a file has', () => {
  it.each([
    { name: 'bytes', texts: damagedBytes },
    { name: 'structure', texts: damagedStructure },
  ])(
    `analysis comes to an end with a report: other $name, ${runs} times`,
    ({ texts }) => {
      const ends = { clean: 0, found: 0, unreadable: 0 };
      let run = 0;
      fc.assert(
        fc.property(texts, (text) => {
          run += 1;
          ends[endOf(text, run % 10 === 0)] += 1;
        }),
        { seed: Number(FUZZ_SEED), numRuns: runs },
      );
      // What never gets through, or always, would prove nothing.
      expect(Math.min(ends.clean, ends.found)).toBeGreaterThan(runs / 100);
      expect(ends.unreadable).toBeGreaterThan(0);
    },
    60 * 60_000,
  );
});

function endOf(text: string, isPlanned: boolean): 'clean' | 'found' | 'unreadable' {
  const { manifests, problems } = readManifests([{ name: 'damaged.yaml', text }]);
  const inventory = inventoryOf(manifests);
  const { isFine } = check({ inventory, manifests });
  routeReport(inventory, { header: [] }, []);
  authorizationReport(inventory, {});
  if (isPlanned) {
    planReport({ manifests }, {});
  }
  return problems.length > 0 ? 'unreadable' : isFine ? 'clean' : 'found';
}
