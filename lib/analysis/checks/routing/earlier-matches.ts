import type { Condition, Conditions } from './match-conditions';

/** Something with conditions, and its place in an order. */
interface Placed<T> {
  readonly place: number;
  readonly item: T;
}

/**
 * Finds what covers given conditions without a look at everything: whatever covers them asks for a value that they have, or for
 * the beginning of one. So each item is kept under one value that it asks for, the rarest.
 */
export class EarlierMatches<T> {
  private readonly byKey = new Map<string, Placed<T>[]>();
  /** Of the prefixes that are keys. */
  private readonly lengths = new Set<number>();
  private count = 0;

  add(conditions: Conditions, item: T): void {
    const buckets = (conditions.size === 0 ? [always] : [...conditions].map(keyOf)).map((key) => this.bucketOf(key));
    const rarest = buckets.reduce((one, other) => (other.length < one.length ? other : one));
    rarest.push({ place: this.count, item });
    for (const { prefix = '' } of conditions.values()) {
      this.lengths.add(prefix.length);
    }
    this.count += 1;
  }

  private bucketOf(key: string): Placed<T>[] {
    const bucket = this.byKey.get(key) ?? [];
    this.byKey.set(key, bucket);
    return bucket;
  }

  /** The first item, in the order they were added, that may cover some conditions and passes a test. */
  find(conditions: Conditions, isWanted: (item: T) => boolean): T | undefined {
    const keys = [always, ...[...conditions].flatMap((condition) => this.keysMet(condition))];
    const firsts = keys.flatMap((key) => this.byKey.get(key)?.find(({ item }) => isWanted(item)) ?? []);
    const [first] = firsts.sort((one, other) => one.place - other.place);
    return first?.item;
  }

  /** Under which keys an item may be that a condition implies. */
  private keysMet([property, { exact, prefix, regex }]: readonly [string, Condition]): string[] {
    const value = exact ?? prefix ?? '';
    const lengths = [...this.lengths].filter((length) => length <= value.length);
    const wider = [{}, { exact }, { regex }, ...lengths.map((length) => ({ prefix: value.slice(0, length) }))];
    return wider.map((condition) => keyOf([property, condition]));
  }
}

/** What asks for nothing. */
const always = '';

/** What lists several values, or asks for any, may be implied by whatever is said of the property. */
function keyOf([property, { exact, prefix, regex, among }]: readonly [string, Condition]): string {
  const asked = among === undefined ? (prefix === undefined ? { exact, regex } : { prefix }) : {};
  return JSON.stringify([property, asked]);
}
