import { indexBy } from '../../lib/analysis/inventory/index-by';
import type { MixedRow } from '../../lib/analysis/access/mixed-releases';
import { textTable } from '../table';
import { percent } from './outcome-text';

/** What share of the requests at each host meets which releases. */
export function mixedTable(rows: readonly MixedRow[]): string {
  return textTable({
    head: ['host', 'asks', 'meets on its way', 'two releases'],
    rows: [...indexBy(rows, lineOf)].map(([line, hosts]) => {
      const names = [...new Set(hosts.map(({ row }) => row.request.host))];
      return [names.join('\n'), ...line.split('\t')];
    }),
  });
}

function lineOf({ row, shares, mixed }: MixedRow): string {
  const asks = row.witness.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const met = [...shares].map(
    ([releases, share]) => `${releases === '' ? 'one release each' : releases} ${percent(share)}`,
  );
  return [asks === '' ? 'anything else' : asks, met.join('\n'), percent(mixed)].join('\t');
}
