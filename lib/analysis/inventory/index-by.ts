/** Items by a key; those without one are left out. */
export function indexBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K | undefined): ReadonlyMap<K, readonly T[]> {
  return indexByAll(items, (item) => {
    const key = keyOf(item);
    return key === undefined ? [] : [key];
  });
}

/** Items by each of several keys. */
export function indexByAll<K, T>(items: Iterable<T>, keysOf: (item: T) => Iterable<K>): ReadonlyMap<K, readonly T[]> {
  const index = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = index.get(key);
      if (group === undefined) {
        index.set(key, [item]);
      } else {
        group.push(item);
      }
    }
  }
  return index;
}
