/** Compares by a text, code unit by code unit: the same on every machine. */
export function byText<T>(textOf: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [textOf(a), textOf(b)];
    return left < right ? -1 : Number(left > right);
  };
}
