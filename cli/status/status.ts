import type { Service } from '../../lib/model/service';
import type { Split } from '../../lib/model/traffic';
import type { Drift } from './drift';
import type { Live } from './live';
import type { MeasuredReleases } from './releases';

/** Something that is looked up, and may still be on its way, or not to be had. */
export type Part<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'awaited' }
  | { readonly state: 'unknown'; readonly because: string };

/** The lab as an operator watches it. */
export interface Status {
  readonly cluster: string;
  readonly services: readonly Service[];
  /** What `traffic.yaml` says, by service. */
  readonly wanted: ReadonlyMap<string, Split>;
  /** In the order of the services. */
  readonly live: Part<readonly Live[]>;
  readonly measured: Part<MeasuredReleases>;
  readonly drift: Part<Drift>;
}

export const awaited = { state: 'awaited' } as const;

/** Whether nothing is on its way any more. */
export function isComplete({ live, measured, drift }: Status): boolean {
  return [live, measured, drift].every(({ state }) => state !== 'awaited');
}

/** Whether cluster and drift could be looked at, and all is as the files say, with pods for every release. */
export function isFine({ services, wanted, live, drift }: Status): boolean {
  if (live.state !== 'known') {
    return false;
  }
  const isServed = live.value.every(({ ready, split }, index) => {
    const service = services[index];
    const isSplit = service?.canary === undefined || split === (wanted.get(service.name) ?? 0);
    return isSplit && ready.stable > 0 && (service?.canary === undefined || ready.canary > 0);
  });
  return isServed && drift.state === 'known' && drift.value.objects.length === 0;
}
