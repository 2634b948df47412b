import { groupBy } from '../model/group-by';
import { managedBy } from '../verify/probe';
import type { Caller, Candidate } from './candidate';
import { staleAfter } from './limits';
import type { Fault } from './measurement';
import { newest, type Series, targetOf } from './series';

/** When each target was scraped with success, in seconds. */
export function successes(scrapes: readonly Series[]): ReadonlyMap<string, readonly number[]> {
  return new Map(
    scrapes.map((series) => [targetOf(series), series.points.filter(({ value }) => value === '1').map(({ at }) => at)]),
  );
}

/**
 * Which callers could not be watched in a window, each with the reason. A pod counts as scraped if one of its targets is,
 * and no longer counts once Prometheus has forgotten it.
 */
export function scrapeFaults(
  { service, callers }: Pick<Candidate, 'service' | 'callers'>,
  scrapes: readonly Series[],
  at: number,
  window: number,
): Fault[] {
  if (callers.length === 0) {
    const because = 'nobody with a proxy calls it, so nobody counts its requests';
    return [{ kind: 'unscraped', caller: `the callers of ${service.name}`, because }];
  }
  return callers.flatMap((caller): Fault[] => {
    const targets = scrapes.filter((series) => isOf(caller, series));
    const current = targets.filter((series) => newest([series]) >= at - staleAfter);
    const silent = silentPods(current);
    if (current.length === 0 || silent.length > 0) {
      const because = targets.length === 0 ? 'Prometheus knows no pod of it' : whichFail(silent, at - newest(targets));
      return [{ kind: 'unscraped', caller: caller.name, because }];
    }
    const first = Math.min(...targets.flatMap(({ points }) => points.map((point) => point.at)));
    return first <= at - window ? [] : [{ kind: 'young', caller: caller.name, watched: at - first, window }];
  });
}

/** Pods that stand in for a caller while a cluster is verified carry its labels, and send nothing that counts. */
const standIn = { app_kubernetes_io_managed_by: managedBy['app.kubernetes.io/managed-by'] };

function isOf({ namespace, labels }: Caller, series: Series): boolean {
  const has = (wanted: Readonly<Record<string, string>>): boolean =>
    Object.entries(wanted).every(([label, value]) => series.labels[label] === value);
  return has({ ...labels, namespace }) && !has(standIn);
}

function silentPods(current: readonly Series[]): string[] {
  const pods = groupBy(current, ({ labels }) => labels['pod'] ?? labels['instance'] ?? 'a pod without a name');
  return [...pods].flatMap(([pod, targets]) => (targets.some(isUp) ? [] : [pod]));
}

function isUp({ points }: Series): boolean {
  return points.at(-1)?.value === '1';
}

function whichFail(silent: readonly string[], age: number): string {
  return silent.length > 0 ? `could not be scraped: ${silent.join(', ')}` : `no scrape for ${Math.round(age)} s`;
}
