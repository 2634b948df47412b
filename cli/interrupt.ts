import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** What a process was told to do while it worked. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(readonly signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`);
  }
}

/** Milliseconds that work has to notice that it is to end. */
const grace = 5000;

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs some work and what has to happen after it, however the work ends: well, with an error, or because the process is
 * told to end. While the end is being made, another signal changes nothing.
 * @param finish is never skipped and never cut short, except by SIGKILL
 */
export async function withFinish<T>(
  work: (signal: AbortSignal) => Promise<T>,
  finish: () => Promise<void>,
): Promise<T> {
  const controller = new AbortController();
  // Many may wait at a time.
  setMaxListeners(0, controller.signal);
  const stop = (signal: NodeJS.Signals): void => {
    controller.abort(new Interrupted(signal));
  };
  signals.forEach((signal) => process.on(signal, stop));
  const working = work(controller.signal);
  try {
    return await Promise.race([working, aborted(controller.signal)]);
  } finally {
    // What is on its way to the server arrives before it is undone, not after.
    await Promise.race([working.catch(() => undefined), delay(grace, undefined, { ref: false })]);
    try {
      await finish();
    } finally {
      signals.forEach((signal) => process.off(signal, stop));
    }
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('interrupted'));
    });
  });
}

/** Waits, or throws as soon as the work is interrupted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new Error('interrupted'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) {
      stop();
    } else {
      signal.addEventListener('abort', stop, { once: true });
    }
  });
}
