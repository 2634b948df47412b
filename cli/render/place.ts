import { lstatSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isRunning, type ProcessName, thisProcess } from '../process/running';

/**
 * The place of a process in the queue of those that publish beside each other: a folder, where it also keeps what it has
 * rendered. Everything is in the name, so a place is there as a whole or not at all, and no two processes have the same.
 */
export interface Place extends ProcessName {
  readonly folder: string;
  /** Who has a lower number goes first; where two have the same, the name decides. */
  readonly order: number;
  /** The machine, as letters, digits, dots, dashes and underscores. */
  readonly host: string;
}

const named = /^\.staging-(\d+)-(\d+)-(\w+)-([\w.-]+)$/;

const thisHost = hostname().replace(/[^\w.-]/g, '_');

/** A new place behind all that are there, whose folder is still to be made. */
export function placeBehind(places: readonly Place[], beside: string): Place {
  const order = Math.max(0, ...places.map((one) => one.order)) + 1;
  const { pid, start } = thisProcess();
  const folder = join(beside, `.staging-${order}-${pid}-${start}-${thisHost}`);
  return { folder, order, pid, start, host: thisHost };
}

/** All places in a folder, in their order. */
export function placesIn(beside: string): Place[] {
  return readdirSync(beside, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const [, order, pid, start, host] = named.exec(name) ?? [];
      return start === undefined || host === undefined
        ? []
        : [{ folder: join(beside, name), order: Number(order), pid: Number(pid), start, host }];
    })
    .sort(inOrder);
}

/** Negative if the first goes before the second. */
export function inOrder(one: Place, other: Place): number {
  return one.order - other.order || (one.folder < other.folder ? -1 : one.folder > other.folder ? 1 : 0);
}

/** @param patience milliseconds after which a process counts as gone that nobody here can ask, and that changes nothing */
export function isTaken(place: Place, patience: number): boolean {
  if (place.host === thisHost) {
    return isRunning(place);
  }
  const found = lstatSync(place.folder, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs < patience;
}

/** Whether this user made the folder: another one may say in a journal what is not theirs to move. */
export function isOurs({ folder }: Place): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.uid === (process.getuid?.() ?? found.uid);
}

/** Whose place it is, in words. */
export function ownerOf({ pid, host }: Place): string {
  return host === thisHost ? `process ${pid}` : `process ${pid} of ${host}`;
}
