import type { Finding } from '../../lib/analysis/finding';
import type { Places } from './places';

/** What makes a finding the same one in another run, wherever it stands. */
export interface Fingerprint {
  readonly code: string;
  readonly object: string;
  readonly field: string;
  /** Without the places that it names. */
  readonly message: string;
}

/** A known finding, and how many times it is known. */
export interface BaselineEntry extends Fingerprint {
  readonly count: number;
}

export function fingerprintOf({ code, object, field, message }: Finding, places: Places): Fingerprint {
  return { code, object, field, message: places.without(message) };
}

/** One text for each fingerprint. */
export function keyOf({ code, object, field, message }: Fingerprint): string {
  return JSON.stringify([code, object, field, message]);
}

/** Some findings as a baseline, in an order that does not depend on that of the files. */
export function baselineOf(findings: readonly Finding[], places: Places): BaselineEntry[] {
  const counts = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding, places);
    const key = keyOf(fingerprint);
    counts.set(key, { ...fingerprint, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/**
 * Which findings a baseline knows: of equal ones as many as it counts.
 * @returns the known ones, and how many that it counts are not there any more
 */
export function compare(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  places: Places,
): { readonly known: ReadonlySet<Finding>; readonly stale: number } {
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const known = findings.filter((finding) => {
    const key = keyOf(fingerprintOf(finding, places));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  });
  return { known: new Set(known), stale: [...left.values()].reduce((sum, count) => sum + Math.max(count, 0), 0) };
}
