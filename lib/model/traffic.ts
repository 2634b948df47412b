import type { ReleaseName } from './service';

/** Requests that carry this header go to the canary, whatever the split says. */
export interface HeaderPin {
  /** Lower case, as HTTP/2 and Envoy write it. */
  readonly header: string;
  readonly value: string;
}

/**
 * Who answers the requests that no pin decides.
 * A number is the canary's share in whole percent, 0-100; the stable release gets the rest.
 * `follow` keeps a request on its lane: a canary calls the canary, every other caller the stable release.
 */
export type Split = number | 'follow';

/** The state of every split: what `traffic.yaml` says. */
export interface Traffic {
  readonly pins: readonly HeaderPin[];
  /** By service name; a service without an entry sends everything to its stable release. */
  readonly splits: ReadonlyMap<string, Split>;
}

/** The share of a release in whole percent under a split, for callers outside a canary lane. */
export function shareOf(release: ReleaseName, split: Split): number {
  const canary = split === 'follow' ? 0 : split;
  return release === 'canary' ? canary : 100 - canary;
}
