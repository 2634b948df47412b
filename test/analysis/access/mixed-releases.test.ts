import { mixedReleases } from '../../../lib/analysis/access/mixed-releases';
import { renderYaml } from '../../stacks/rendered';
import { inventoryFrom } from '../inputs';

/** The share of mixed requests at the entry, by the header that is sent. */
function mixedShares(traffic: string): Record<string, number> {
  const inventory = inventoryFrom(...renderYaml({ traffic, settings: 'access: false' }).map(({ text }) => text));
  const rows = mixedReleases(inventory).map(
    ({ row, mixed }) => [row.witness.headers.join(), Number(mixed.toFixed(6))] as const,
  );
  return Object.fromEntries(rows);
}

const pins = "pins: [{ header: x-canary, value: 'true' }]";

describe('the share of requests that meet two releases', () => {
  it('is zero where the tiers behind follow the entry', () => {
    expect(mixedShares(`${pins}\nsplits: { frontend: 10, backend: follow, ml: follow }`)).toEqual({
      '': 0,
      'x-canary,true': 0,
    });
  });

  it('is 27 % where three tiers are split 90/10 each by itself, and zero for those who are pinned', () => {
    expect(mixedShares(`${pins}\nsplits: { frontend: 10, backend: 10, ml: 10 }`)).toEqual({
      '': 0.27,
      'x-canary,true': 0,
    });
  });

  it('is that of the one tier that is split by itself', () => {
    expect(mixedShares(`${pins}\nsplits: { frontend: 0, backend: 20, ml: follow }`)).toEqual({
      '': 0.2,
      'x-canary,true': 0,
    });
  });
});
