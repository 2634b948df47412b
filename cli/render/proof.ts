import { mixedReleases } from '../../lib/analysis/access/mixed-releases';
import type { Settings } from '../../stacks/settings';
import { authorizationReport } from '../authz/authz-report';
import { budget } from '../analysis/budget';
import { check } from '../check/check';
import { mixedTable } from '../route/mixed-table';
import { planReport } from '../analysis/plan';
import { readInventory } from '../read/read-inventory';
import type { Report } from '../analysis/report';
import { routeReport } from '../route/route';

/** For people alone: each part has a command of its own, which writes JSON too. */
export type Proof = Omit<Report, 'json'>;

/** Everything that rendered files say of themselves: where requests go, who may call, what is unsafe. */
export function proofOf(files: readonly string[], settings: Settings): Proof {
  const read = readInventory(files);
  const { inventory } = read;
  const parts: readonly (readonly [title: string, part: Proof])[] = [
    ['Where requests go', routeReport(inventory, { header: [] }, [])],
    ['Releases that a request meets', mixedReport(mixedReleases(inventory))],
    ['Who may call whom', authorizationReport(inventory, {})],
    ['What pods ask for', budget(inventory, settings)],
    ['Steps', planReport(read, {})],
    ['Findings', check(read)],
  ];
  return {
    text: parts.map(([title, { text }]) => `${title}\n${text}`).join('\n\n'),
    isFine: parts.every(([, { isFine }]) => isFine),
  };
}

/** For the reader: whether releases may meet is not ours to judge. */
function mixedReport(rows: ReturnType<typeof mixedReleases>): Proof {
  return {
    text: mixedTable(rows),
    isFine: true,
  };
}
