import { timeoutOf } from '../../calls/resilience';
import type { Inventory } from '../../inventory/inventory';
import { configurationOf } from '../../routing/configuration';
import { workloadsMeant } from '../../routing/destinations';
import { writtenRules } from '../../routing/rules';
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

/** Of the command `sleep`, whose numbers have no other units. */
const unitSeconds: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400 };

/** Seconds that a container waits before it is told to stop, as far as its hook shows. */
function drainOf({ lifecycle }: Container): number {
  const { sleep, exec } = lifecycle?.preStop ?? {};
  const [, number, unit = 's'] =
    /\bsleep\s+(\d+(?:\.\d+)?)([smhd]?)(?=$|[\s;&|)])/.exec(exec?.command.join(' ') ?? '') ?? [];
  return sleep?.seconds ?? Number(number ?? 0) * (unitSeconds[unit] ?? 1);
}

/** Seconds that requests to workloads may take, as far as routes to them say. */
function longestTimeouts(inventory: Inventory): ReadonlyMap<Workload, number> {
  const longest = new Map<Workload, number>();
  for (const { manifest, rule } of configurationOf(inventory).routes.flatMap(writtenRules)) {
    const seconds = timeoutOf(rule) / 1000;
    for (const { destination } of Number.isFinite(seconds) ? rule.route : []) {
      for (const workload of workloadsMeant(inventory, manifest, destination)) {
        longest.set(workload, Math.max(seconds, longest.get(workload) ?? 0));
      }
    }
  }
  return longest;
}
