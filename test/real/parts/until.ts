import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves once `condition` holds; gives up loudly, so that a wait never becomes a hang. */
export async function until(what: string, seconds: number, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`waited ${seconds} seconds in vain: ${what}`);
    }
    await sleep(100);
  }
}
