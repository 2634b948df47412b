import { readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isNativeError } from 'node:util/types';
import * as z from 'zod';
import { InputError } from '../../lib/input/input-error';
import { fileProblem } from '../file-error';
import { printError } from '../print';
import { finish, journal, type Move, move } from './journal';
import { isOurs, type Place } from './place';

/**
 * Finishes or discards what processes left that are no more. What another user left is theirs: a journal says which files to
 * move where.
 */
export function finishLeftovers(places: readonly Place[]): void {
  for (const { folder } of places.filter(isOurs)) {
    const moves = movesIn(folder);
    if (moves === undefined) {
      rmSync(folder, { recursive: true, force: true });
    } else if (typeof moves === 'string') {
      setAside(folder, moves);
    } else {
      finish(folder, moves);
    }
  }
}

/** @returns nothing if no journal was written; if it can't be used, why */
function movesIn(folder: string): readonly Move[] | string | undefined {
  try {
    const { data, error } = z.array(move).safeParse(JSON.parse(readFileSync(join(folder, journal), 'utf8')));
    return data ?? z.prettifyError(error).replace(/\s+/g, ' ');
  } catch (error) {
    const problem = fileProblem(error);
    const isMissing = isNativeError(error) && 'code' in error && error.code === 'ENOENT';
    return isMissing ? undefined : (problem?.rule ?? String(error));
  }
}

/** Some of the files may be where they belong, and nobody knows which: all of them are rendered anew. */
function setAside(folder: string, cause: string): void {
  const aside = join(dirname(folder), basename(folder).replace('.staging-', '.staging-damaged-'));
  rmSync(aside, { recursive: true, force: true });
  renameSync(folder, aside);
  const rule = `the journal of a process that was killed says which of its files are on their way: ${cause}`;
  const remedy = `\`npm start\` renders all of them anew; then remove ${aside}`;
  printError(new InputError([{ file: join(aside, journal), path: [], value: journal, rule, remedy }]).message);
}
