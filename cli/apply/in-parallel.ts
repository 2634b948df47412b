/** Requests to one API server that are on their way at the same time. */
const width = 8;

/** Works on many things, some at a time; the results in the order of the things. */
export async function inParallel<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = things.entries();
  const worker = async (): Promise<void> => {
    for (const [index, thing] of queue) {
      results[index] = await work(thing);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
