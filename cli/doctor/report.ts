import type { Report } from '../analysis/report';
import type { Colour, Paint } from '../terminal';
import type { Examination, Outcome } from './examination';

const marks: Readonly<Record<Outcome, readonly [mark: string, colour: Colour]>> = {
  ok: ['✔', 'green'],
  note: ['‼', 'yellow'],
  problem: ['✖', 'red'],
};

/** What was found, group by group; not fine if anything would stop `lab up`. */
export function doctorReport(examinations: readonly Examination[], paint: Paint): Report {
  const groups = [...new Set(examinations.map(({ group }) => group))];
  const count = (outcome: Outcome): number => examinations.filter((one) => one.outcome === outcome).length;
  const problems = count('problem');
  const verdict = problems === 0 ? 'nothing stops `lab up`' : `${problems} of these would stop \`lab up\``;
  return {
    json: { isFine: problems === 0, examinations },
    text: [
      ...groups.map((group) => {
        const own = examinations.filter((one) => one.group === group);
        return [paint('bold', group), ...own.map((one) => describe(one, paint)), ''].join('\n');
      }),
      `${count('ok')} fine, ${count('note')} to note, ${problems} to mend: ${verdict}`,
    ].join('\n'),
    isFine: problems === 0,
  };
}

function describe({ title, outcome, found, remedy, link }: Examination, paint: Paint): string {
  const [mark, colour] = marks[outcome];
  return [
    `${paint(colour, mark)} ${title}: ${found}`,
    ...(remedy === undefined ? [] : [`    remedy: ${remedy}`]),
    ...(link === undefined ? [] : [paint('dim', `    see: ${link}`)]),
  ].join('\n');
}
