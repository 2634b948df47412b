import { type Hop, hopsOf } from '../../calls/hops';
import { longestWait, patienceOf, timeoutOf } from '../../calls/resilience';
import { isForAnyRequest } from '../../calls/route-rules';
import type { Hit } from '../../finding';
import { indexBy } from '../../inventory/index-by';
import { fieldOf } from '../../routing/rule-fields';
import type { PlacedRule } from '../../routing/rule-fields';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';

export const impatientCaller: Check = {
  code: 'LAB056',
  level: 'warning',
  title: 'Every caller waits as long as what it calls may take',
  reason:
    'Timeouts have to shrink from hop to hop. A caller that gives up first gets an error while the service behind goes on working for nobody, and a retry makes it work twice.',
  remedy: 'raise the timeout of the caller, or lower that of the call behind it',
  link: 'https://istio.io/latest/docs/concepts/traffic-management/#timeouts',
  *find(inventory) {
    const hops = hopsOf(inventory);
    const slowest = slowestCalls(hops);
    const reported = new Set<PlacedRule['rule']>();
    for (const { to, rules } of hops) {
      const calls = inventory.workloadsBehind(to).map((workload) => slowest.get(workload));
      const [worst] = calls.filter((call) => call !== undefined).sort((a, b) => b.wait - a.wait);
      if (worst === undefined) {
        continue;
      }
      for (const one of rules.filter(({ rule }) => isForAnyRequest(rule) && !reported.has(rule))) {
        if (patienceOf(one.rule) < worst.wait) {
          reported.add(one.rule);
          yield hitOf(one, to.name, worst);
        }
      }
    }
  },
};

/** A call that pods make, and the milliseconds it may take. */
interface SlowCall {
  readonly callee: string;
  readonly wait: number;
  /** The rule that lets it. */
  readonly by: PlacedRule;
}

/** Of each workload the call that may take longest, among those whose routes say how long. */
function slowestCalls(hops: readonly Hop[]): ReadonlyMap<Workload, SlowCall> {
  return new Map(
    [...indexBy(hops, ({ caller }) => caller)].flatMap(([caller, onward]) => {
      const calls = onward.flatMap(({ to, rules }): SlowCall[] => {
        const shortest = shortestOf(rules);
        return shortest === undefined ? [] : [{ callee: to.name, ...shortest }];
      });
      const [slowest] = calls.sort((a, b) => b.wait - a.wait);
      return slowest === undefined ? [] : [[caller, slowest] as const];
    }),
  );
}

/** Which rule a request will meet nobody knows here: the one with the shortest wait is taken for all. */
function shortestOf(rules: readonly PlacedRule[]): Omit<SlowCall, 'callee'> | undefined {
  const [shortest] = rules
    .filter(({ rule }) => isForAnyRequest(rule))
    .map((by) => ({ by, wait: longestWait(by.rule) }))
    .filter(({ wait }) => Number.isFinite(wait))
    .sort((a, b) => a.wait - b.wait);
  return shortest;
}

function hitOf(placed: PlacedRule, service: string, { callee, wait, by }: SlowCall): Hit {
  const { manifest, rule } = placed;
  const patience = patienceOf(rule);
  const message = `one try to ${service} may take ${patience} ms, and the call that ${service} makes to ${callee} ${wait} ms, as ${mention(by.manifest, by.path)} says`;
  const path = fieldOf(placed, patience < timeoutOf(rule) ? 'perTryTimeout' : 'timeout');
  return { manifest, path, message };
}
