import { mixedReleases } from '../../lib/analysis/access/mixed-releases';
import type { Settings } from '../../stacks/settings';
import { budget } from '../analysis/budget';
import { check } from '../check/check';
import { planReport } from '../analysis/plan';
import type { Overview } from '../analysis/report';
import { authorizationReport } from '../authz/authz-report';
import { readInventory } from '../read/read-inventory';
import { percent } from '../route/outcome-text';
import { mixedTable } from '../route/mixed-table';
import { tableReport } from '../route/route';

/** For people alone: each part has a command of its own, which writes JSON too. */
export interface ProofPart extends Omit<Overview, 'json'> {
  readonly title: string;
}

/** Everything that rendered files say of themselves: where requests go, who may call, what is unsafe. */
export interface Proof {
  readonly parts: readonly ProofPart[];
  readonly isFine: boolean;
}

export function proofOf(files: readonly string[], settings: Settings): Proof {
  const read = readInventory(files);
  const { inventory } = read;
  const parts: readonly ProofPart[] = [
    part('Where requests go', tableReport(inventory)),
    part('Releases that a request meets', mixedReport(mixedReleases(inventory))),
    part('Who may call whom', authorizationReport(inventory, {})),
    part('What pods ask for', budget(inventory, settings)),
    part('Steps', planReport(read, {})),
    part('Findings', check(read)),
  ];
  return { parts, isFine: parts.every(({ isFine }) => isFine) };
}

function part(title: string, { text, summary, isFine }: Omit<Overview, 'json'>): ProofPart {
  return { title, text, summary, isFine };
}

/** For the reader: whether releases may meet is not ours to judge. */
function mixedReport(rows: ReturnType<typeof mixedReleases>): Omit<Overview, 'json'> {
  const most = Math.max(0, ...rows.map(({ mixed }) => mixed));
  return {
    text: mixedTable(rows),
    summary: most === 0 ? 'no request meets two' : `up to ${percent(most)} of the requests of a kind meet two`,
    isFine: true,
  };
}
