import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isNativeError } from 'node:util/types';
import * as z from 'zod';

/** The files of one output on their way; paths are relative to the staging, because a checkout may be moved meanwhile. */
export const move = z.object({
  from: z.string(),
  to: z.string(),
  files: z.array(z.string()),
  /** Files at the destination that are no longer rendered. */
  stale: z.array(z.string()),
});

export type Move = z.output<typeof move>;

/** In a folder of staged files: what is to happen to them. Whoever finds it makes it happen. */
export const journal = 'journal.json';

/** Does what is left of some moves, in whatever state they were left, and removes the staged files. */
export function finish(staging: string, moves: readonly Move[]): void {
  for (const { from, to, files, stale } of moves) {
    for (const file of files) {
      moveFile(join(staging, from, file), join(staging, to, file));
    }
    for (const file of stale) {
      rmSync(join(staging, to, file), { force: true });
    }
  }
  // First what else lies there: a journal without its files does no harm, and files without one would be discarded.
  for (const name of readdirSync(staging).filter((one) => one !== journal)) {
    rmSync(join(staging, name), { recursive: true, force: true });
  }
  rmSync(staging, { recursive: true, force: true });
}

function moveFile(from: string, to: string): void {
  if (!existsSync(from)) {
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isNativeError(error) || !('code' in error) || error.code !== 'EXDEV') {
      throw error;
    }
    // The destination is a mount: the last step has to be one within it.
    copyFileSync(from, `${to}.part`);
    renameSync(`${to}.part`, to);
    rmSync(from);
  }
}
