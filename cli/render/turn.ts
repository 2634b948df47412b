import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { InputError } from '../../lib/input/input-error';
import { pause, withFinish } from '../interrupt';
import { printError } from '../print';
import { finishLeftovers } from './leftovers';
import { inOrder, isTaken, ownerOf, type Place, placeBehind, placesIn } from './place';

/** Milliseconds for which one process is waited for: many times what rendering and its proof take. */
const usualPatience = 60_000;

/**
 * Waits until nobody else publishes beside, and finishes what processes left there that are no more.
 * @param beside the folder in which the outputs are; made if it is not there
 * @param patience milliseconds for each process that is before this one
 * @returns a new and empty folder: the turn ends when it is removed, or when this process ends
 * @throws InputError if a process takes longer than that
 */
export async function takeTurn(beside: string, signal: AbortSignal, patience = usualPatience): Promise<string> {
  mkdirSync(beside, { recursive: true });
  const mine = queueUp(beside, patience);
  try {
    await untilFirst(mine, beside, signal, patience);
    finishLeftovers(placesIn(beside).filter((one) => !isTaken(one, patience)));
  } catch (error) {
    rmSync(mine.folder, { recursive: true, force: true });
    throw error;
  }
  return mine.folder;
}

/** Does something small while nobody publishes beside. */
export function inTurn<T>(beside: string, patience: number, work: () => T): Promise<T> {
  let folder: string | undefined;
  return withFinish(
    async (signal) => {
      folder = await takeTurn(beside, signal, patience);
      return work();
    },
    () => {
      if (folder !== undefined) {
        rmSync(folder, { recursive: true, force: true });
      }
      return Promise.resolve();
    },
  );
}

/**
 * Takes a place that all others see who come later. Who looked before it was there may have one behind it, and be at work:
 * then it is given up for one behind theirs.
 */
function queueUp(beside: string, patience: number): Place {
  for (;;) {
    const mine = placeBehind(placesIn(beside), beside);
    mkdirSync(mine.folder);
    if (!placesIn(beside).some((one) => inOrder(one, mine) > 0 && isTaken(one, patience))) {
      return mine;
    }
    rmdirSync(mine.folder);
  }
}

async function untilFirst(mine: Place, beside: string, signal: AbortSignal, patience: number): Promise<void> {
  let [awaited, since] = ['', 0];
  for (;;) {
    const first = placesIn(beside).find((one) => inOrder(one, mine) < 0 && isTaken(one, patience));
    if (first === undefined) {
      return;
    }
    if (first.folder !== awaited) {
      [awaited, since] = [first.folder, Date.now()];
      printError(`waiting for ${ownerOf(first)}, which renders into the same folder (${patience / 1000} s at most)`);
    }
    if (Date.now() - since > patience) {
      throw tooSlow(first, patience);
    }
    await pause(100, signal);
  }
}

function tooSlow(place: Place, patience: number): InputError {
  const rule = `one process at a time renders into a folder: ${ownerOf(place)} has not come to its end in ${patience / 1000} s`;
  const remedy = `see what keeps it (\`ps -fp ${place.pid}\`), wait for it or end it (\`kill ${place.pid}\`), and try again`;
  return new InputError([{ file: place.folder, path: [], value: place.pid, rule, remedy }]);
}
