import { setTimeout as sleep } from 'node:timers/promises';

/** As long as any test may take: a slow machine is no failure. */
export const guard = 20 * 60_000;

/** Resolves once `condition` holds, however long that takes; gives up loudly, so that a wait never becomes a hang. */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + guard;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`waited in vain: ${what}`);
    }
    await sleep(100);
  }
}
