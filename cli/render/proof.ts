import { mixedReleases } from '../../lib/analysis/access/mixed-releases';
import type { Settings } from '../../stacks/settings';
import { authorizationReport } from '../authz/authz-report';
import { budget } from '../analysis/budget';
import { check } from '../analysis/check';
import { mixedTable } from '../route/mixed-table';
import { planReport } from '../analysis/plan';
import { readInventory } from '../read/read-inventory';
import type { Report } from '../analysis/report';
import { routeReport } from '../route/route';

/** Everything that rendered files say of themselves: where requests go, who may call, what is unsafe. */
export function proofOf(files: readonly string[], settings: Settings): Report {
  const read = readInventory(files);
  const { inventory } = read;
  const parts: readonly (readonly [title: string, report: Report])[] = [
    ['Where requests go', routeReport(inventory, { header: [] }, [])],
    ['Releases that a request meets', mixedReport(mixedReleases(inventory))],
    ['Who may call whom', authorizationReport(inventory, {})],
    ['What pods ask for', budget(inventory, settings)],
    ['Steps', planReport(read, {})],
    ['Findings', check(read)],
  ];
  return {
    json: Object.fromEntries(parts.map(([title, { json }]) => [title, json])),
    text: parts.map(([title, { text }]) => `${title}\n${text}`).join('\n\n'),
    isFine: parts.every(([, { isFine }]) => isFine),
  };
}

/** For the reader: whether releases may meet is not ours to judge. */
function mixedReport(rows: ReturnType<typeof mixedReleases>): Report {
  return {
    json: rows.map(({ mixed, shares }) => ({ mixed, shares: Object.fromEntries(shares) })),
    text: mixedTable(rows),
    isFine: true,
  };
}
