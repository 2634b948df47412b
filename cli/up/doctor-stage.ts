import { examine } from '../doctor/doctor';
import { doctorReport } from '../doctor/report';
import { painter } from '../terminal';
import type { Site } from './site';

/** @throws Error with everything that stops bringing up the lab */
export async function examineFirst({ lab, env }: Site): Promise<string> {
  const examinations = await examine(lab, env);
  const problems = examinations.filter(({ outcome }) => outcome === 'problem');
  if (problems.length > 0) {
    throw new Error(`not everything is there:\n${doctorReport(problems, painter(false)).text}`);
  }
  const notes = examinations.filter(({ outcome }) => outcome === 'note');
  return [`${examinations.length - notes.length} fine`, ...notes.map(({ title, found }) => `${title}: ${found}`)].join(
    '; ',
  );
}
