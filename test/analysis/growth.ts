/** How many times as long the longer text has. */
const factor = 16;

/** Lengths at which what is linear takes well below a millisecond, and what is quadratic does not. */
const short = 4_000;

/**
 * How many times as long some work takes for a text that is 16 times as long: 16 if it is linear, 256 if it is quadratic.
 * The shortest of several runs counts, because everything else on the machine only adds to it.
 */
export function growth(work: (text: string) => unknown, textOf: (length: number) => string): number {
  const shortest = (text: string): number =>
    Math.min(
      ...Array.from({ length: 7 }, () => {
        const start = performance.now();
        work(text);
        return performance.now() - start;
      }),
    );
  // What is below the clock's resolution counts as that.
  return shortest(textOf(short * factor)) / Math.max(shortest(textOf(short)), 0.05);
}
