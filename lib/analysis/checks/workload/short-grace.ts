import { timeoutOf } from '../../calls/resilience';
import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { includesLabels } from '../../views/selector';
import type { Container, Workload } from '../../views/workload';
import type { Check } from '../check';

export const shortGrace: Check = {
  code: 'LAB058',
  level: 'warning',
  title: 'The grace period outlasts the drain and the longest request',
  reason:
    'A pod that stops first waits, so that proxies learn of it, and then finishes what it has begun. Where the grace period ends before, the kubelet kills it and the requests in it get 503.',
  remedy: 'raise terminationGracePeriodSeconds above the preStop hook and the longest timeout of a route together',
  link: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  *find(inventory) {
    const longest = longestTimeouts(inventory);
    for (const workload of inventory.workloads) {
      const { manifest, podPath, gracePeriod } = workload;
      const drain = Math.max(0, ...workload.containers.map(drainOf));
      const request = longest.get(workload) ?? 0;
      if ((drain > 0 && drain >= gracePeriod) || drain + request > gracePeriod) {
        const hook = drain > 0 ? `the preStop hook takes ${drain} s` : 'there is no preStop hook';
        const requests = request > 0 ? ` and a request up to ${request} s` : '';
        const message = `${hook}${requests}, and the grace period is ${gracePeriod} s`;
        yield { manifest, path: [...podPath, 'spec', 'terminationGracePeriodSeconds'], message };
      }
    }
  },
};

/** Seconds that a container waits before it is told to stop, as far as its hook shows. */
function drainOf({ lifecycle }: Container): number {
  const { sleep, exec } = lifecycle?.preStop ?? {};
  const [, number, unit = 's'] =
    /\bsleep\s+(\d+(?:\.\d+)?)([sm]?)(?=$|[\s;&|)])/.exec(exec?.command.join(' ') ?? '') ?? [];
  return sleep?.seconds ?? Number(number ?? 0) * (unit === 'm' ? 60 : 1);
}

/** Seconds that requests to workloads may take, as far as routes to them say. */
function longestTimeouts(inventory: Inventory): ReadonlyMap<Workload, number> {
  const subsets = subsetLabels(inventory);
  const longest = new Map<Workload, number>();
  for (const { manifest, spec } of inventory.virtualServices) {
    for (const rule of spec.http.filter((one) => Number.isFinite(timeoutOf(one)))) {
      for (const { destination } of rule.route) {
        const host = qualified(destination?.host ?? '', manifest.namespace);
        const service = inventory.serviceOf(host);
        const labels = subsets.get(`${host} ${destination?.subset ?? ''}`) ?? {};
        for (const workload of service === undefined ? [] : inventory.workloadsBehind(service)) {
          const seconds = timeoutOf(rule) / 1000;
          if (includesLabels(workload.labels, labels) && seconds > (longest.get(workload) ?? 0)) {
            longest.set(workload, seconds);
          }
        }
      }
    }
  }
  return longest;
}

/** Labels of subsets, by host and name. */
function subsetLabels({ destinationRules }: Inventory): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(
    destinationRules.flatMap(({ manifest, spec }) => {
      const host = qualified(spec.host ?? '', manifest.namespace);
      return spec.subsets.map(({ name = '', labels }) => [`${host} ${name}`, labels] as const);
    }),
  );
}
