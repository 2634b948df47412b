import { cpSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pause, withFinish } from '../interrupt';
import { type Output, Staging } from './staging';
import { takeTurn } from './turn';

/**
 * Renders every output when it is this process's turn, and replaces all of the old ones or nothing: an error or an interrupt
 * leaves them as they were, and a process that is killed while it replaces them leaves a journal, which the next run finishes.
 * @returns the paths of the files
 */
export function publish(outputs: readonly Output[]): Promise<string[]> {
  return withStaging(outputs, async (staging, heard) => {
    await heard();
    return staging.publish(outputs);
  });
}

/** Where outputs lie that were not published. */
export const refusedFolder = 'refused';

/** What became of rendered outputs. */
export interface Published<T> {
  /** The paths of the files, where they are published. */
  readonly files: readonly string[];
  readonly proof: T;
}

/**
 * As `publish`, but only what has been proved: else the old outputs stay, and the new ones lie in a folder of their own.
 * @param prove gets the paths of the rendered files, and the folder that they are in for now
 */
export async function publishProved<T extends { readonly isFine: boolean }>(
  outputs: readonly Output[],
  prove: (files: readonly string[], folder: string) => T,
): Promise<Published<T>> {
  return await withStaging(outputs, async (staging, heard) => {
    const proof = prove(staging.files, staging.folder);
    await heard();
    rmSync(refusedFolder, { recursive: true, force: true });
    if (proof.isFine) {
      return { proof, files: staging.publish(outputs) };
    }
    cpSync(staging.folder, refusedFolder, { recursive: true });
    return { proof, files: [] };
  });
}

/** @param use gets what was rendered, and what throws once the process is told to end: a signal is heard only there */
async function withStaging<T>(
  outputs: readonly Output[],
  use: (staging: Staging, heard: () => Promise<void>) => Promise<T>,
): Promise<T> {
  let staging: Staging | undefined;
  return await withFinish(
    async (signal) => {
      staging = new Staging(await takeTurn(dirname(resolve(outputs[0]?.folder ?? '.')), signal), outputs);
      return use(staging, () => pause(0, signal));
    },
    () => {
      staging?.discard();
      return Promise.resolve();
    },
  );
}
