import { printable } from './terminal';

/*
 * All that is printed for people goes through here: names of objects, messages of other programs and paths are other
 * people's texts, and a terminal obeys what it finds in them.
 */

/** To the standard output. */
export function print(text: string): void {
  console.log(printable(text));
}

/** To the standard error. */
export function printError(text: string): void {
  console.error(printable(text));
}
