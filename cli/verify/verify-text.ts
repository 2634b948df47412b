import Table from 'cli-table3';
import { type Area, couldNotRemedy, type Row, type VerifyReport } from '../../lib/verify/row';

const style = { head: [], border: [] };

/** The report for people, in 80 columns. @param isAll whether to show what holds as well */
export function verifyText(
  { cluster, rows, held, different, notAsked, couldNot }: VerifyReport,
  isAll: boolean,
): string {
  const shown = (verdict: Row['verdict']): Row[] => rows.filter((row) => row.verdict === verdict);
  return [
    summary(rows),
    ...(different === 0 ? [] : ['What differs:', details(shown('different'))]),
    ...(notAsked === 0 ? [] : ['What was not asked, and why:', details(shown('not asked'))]),
    ...(isAll && held > 0 ? ['What holds:', details(shown('held'))] : []),
    `${cluster}: ${held} statements hold, ${different} do not, ${notAsked} were not asked`,
    ...(couldNot === 0
      ? []
      : [`${couldNot} of them could not be asked, so they are not proved\n  remedy: ${couldNotRemedy}`]),
  ].join('\n');
}

function summary(rows: readonly Row[]): string {
  const table = new Table({ head: ['about', 'holds', 'differs', 'not asked'], style });
  const areas = [...new Set(rows.map(({ area }) => area))];
  const count = (area: Area, verdict: Row['verdict']): number =>
    rows.filter((row) => row.area === area && row.verdict === verdict).length;
  table.push(...areas.map((area) => [area, count(area, 'held'), count(area, 'different'), count(area, 'not asked')]));
  return table.toString();
}

function details(rows: readonly Row[]): string {
  const table = new Table({
    head: ['what', 'the analysis says', 'the cluster'],
    colWidths: [30, 22, 24],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style,
  });
  table.push(...rows.map(({ what, said, seen }) => [what, said, seen]));
  return table.toString();
}
