import { mixedReleases } from '../../../lib/analysis/access/mixed-releases';
import type { Split } from '../../../lib/model/traffic';
import { rendered } from '../../support/render';
import { threeTiers } from '../../support/three-tiers';
import { inventoryFrom } from '../inputs';

/** The share of mixed requests at the entry, by the header that is sent. */
function mixedShares(splits: Readonly<Record<string, Split>>): Record<string, number> {
  const inventory = inventoryFrom(...rendered(threeTiers({ splits }), { access: false }));
  const rows = mixedReleases(inventory).map(
    ({ row, mixed }) => [row.witness.headers.join(), Number(mixed.toFixed(6))] as const,
  );
  return Object.fromEntries(rows);
}

describe('the share of requests that meet two releases', () => {
  it('is zero where the tiers behind follow the entry', () => {
    expect(mixedShares({ frontend: 10, backend: 'follow', ml: 'follow' })).toEqual({
      '': 0,
      'x-canary,true': 0,
    });
  });

  it('is 27 % where three tiers are split 90/10 each by itself, and zero for those who are pinned', () => {
    expect(mixedShares({ frontend: 10, backend: 10, ml: 10 })).toEqual({
      '': 0.27,
      'x-canary,true': 0,
    });
  });

  it('is that of the one tier that is split by itself', () => {
    expect(mixedShares({ frontend: 0, backend: 20, ml: 'follow' })).toEqual({
      '': 0.2,
      'x-canary,true': 0,
    });
  });
});
