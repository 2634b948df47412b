import type { Row, VerifyReport } from './row';

/** The report as Markdown: what differs first, then everything. */
export function markdownOf({ cluster, isQuick, rows, held, different, notAsked, couldNot }: VerifyReport): string {
  const of = (verdict: Row['verdict']): readonly Row[] => rows.filter((row) => row.verdict === verdict);
  return [
    `# Reality against proof: ${cluster}`,
    '',
    `${isQuick ? 'A quick look: ' : ''}${rows.length} statements of the analysis were looked at: ${held} hold, ${different} do not, ${notAsked} were not asked.`,
    ...(couldNot === 0 ? [] : [`${couldNot} of them should have been, and could not be: they are not proved.`]),
    '',
    ...section('What differs', of('different'), 'Nothing.'),
    ...section('What was not asked, and why', of('not asked'), 'Everything was asked.'),
    ...section('What holds', of('held'), 'Nothing.'),
  ].join('\n');
}

function section(title: string, rows: readonly Row[], none: string): string[] {
  const lines = rows.map(({ area, what, said, seen }) => `| ${[area, what, said, seen].map(cell).join(' | ')} |`);
  const table = ['| about | what | the analysis says | the cluster |', '| --- | --- | --- | --- |', ...lines];
  return [`## ${title}`, '', ...(rows.length === 0 ? [none] : table), ''];
}

/** A text that stays in its cell. */
function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
