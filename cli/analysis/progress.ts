import { count } from '../../lib/canary/format';
import { printError } from '../print';

/** Milliseconds after which who waits is told how far it is. */
const patience = 3_000;

/** Tells now and then how many questions of a long plan were asked; nothing of a short one. */
export function progressOf(name: string): (asked: number, questions: number) => void {
  let told = Date.now();
  return (asked, questions) => {
    if (Date.now() - told > patience) {
      told = Date.now();
      printError(`${name}: ${count(asked)} of ${count(questions)} questions asked`);
    }
  };
}
