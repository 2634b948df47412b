import { type Area, couldNotRemedy, type Row, type VerifyReport } from '../../lib/verify/row';
import { textTable } from '../table';

/** The report for people. @param isAll whether to show what holds as well */
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
  const areas = [...new Set(rows.map(({ area }) => area))];
  const count = (area: Area, verdict: Row['verdict']): number =>
    rows.filter((row) => row.area === area && row.verdict === verdict).length;
  return textTable({
    head: ['about', 'holds', 'differs', 'not asked'],
    rows: areas.map((area) => [area, count(area, 'held'), count(area, 'different'), count(area, 'not asked')]),
  });
}

function details(rows: readonly Row[]): string {
  return textTable({
    head: ['what', 'the analysis says', 'the cluster'],
    rows: rows.map(({ what, said, seen }) => [what, said, seen]),
  });
}
