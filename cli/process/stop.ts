import { Interrupted } from '../interrupt';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs work that Ctrl-C, SIGTERM and the end of the terminal ask to stop, and waits for it, however long that takes: it
 * knows when it may.
 * @param told is called for every such signal
 */
export async function untilStopped<T>(work: (stop: AbortSignal) => Promise<T>, told: () => void): Promise<T> {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals): void => {
    told();
    controller.abort(new Interrupted(signal));
  };
  signals.forEach((signal) => process.on(signal, stop));
  try {
    return await work(controller.signal);
  } finally {
    signals.forEach((signal) => process.off(signal, stop));
  }
}
