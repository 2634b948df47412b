/** Thrown by work that was asked to stop, and has left everything in a state to go on from. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted');
  }
}

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs work that Ctrl-C, SIGTERM and the end of the terminal ask to stop, and waits for it: it knows when it may.
 * @param told is called for every such signal
 */
export async function untilStopped<T>(work: (stop: AbortSignal) => Promise<T>, told: () => void): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => {
    told();
    controller.abort(new Interrupted());
  };
  for (const signal of signals) {
    process.on(signal, stop);
  }
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) {
      process.off(signal, stop);
    }
  }
}

/** Waits, unless work is asked to stop. @throws Interrupted then */
export async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  stop.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      stop.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    const abort = (): void => {
      clearTimeout(timer);
      reject(new Interrupted());
    };
    stop.addEventListener('abort', abort, { once: true });
  });
}
