import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A folder of rendered files. */
export interface Output {
  readonly folder: string;
  /** The files in it that are ours to remove once they are no longer rendered. */
  readonly owns: RegExp;
  /** Writes every file into a folder that exists and is empty. */
  readonly render: (staging: string) => void;
}

/**
 * Renders every output into a folder aside and moves the files over only when all of them are
 * complete: an error leaves the old output as it was.
 * @returns the paths of the files
 */
export function publish(outputs: readonly Output[]): string[] {
  const staged: { readonly output: Output; readonly staging: string }[] = [];
  try {
    for (const output of outputs) {
      const staging = stagingBeside(output.folder);
      staged.push({ output, staging });
      output.render(staging);
    }
    return staged.flatMap(({ output, staging }) => replaceFiles(output, staging));
  } finally {
    for (const { staging } of staged) {
      rmSync(staging, { recursive: true, force: true });
    }
  }
}

/** A rename works only within one file system, so the folder is a neighbour of the target. */
function stagingBeside(folder: string): string {
  const parent = dirname(resolve(folder));
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, '.staging-'));
}

function replaceFiles({ folder, owns }: Output, staging: string): string[] {
  const files = filesIn(staging);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    renameSync(join(staging, file), join(folder, file));
  }
  for (const stale of filesIn(folder).filter((file) => owns.test(file) && !files.includes(file))) {
    rmSync(join(folder, stale));
  }
  return files.map((file) => join(folder, file));
}

/** Paths below the folder, sorted. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .sort();
}
