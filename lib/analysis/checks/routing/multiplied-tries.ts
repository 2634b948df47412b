import { type Hop, hopsOf } from '../../calls/hops';
import { writtenTries } from '../../calls/resilience';
import type { Hit } from '../../finding';
import { indexBy } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { fieldOf } from '../../routing/rule-fields';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';

/** Two hops of three tries each. */
const mostTries = 9;

export const multipliedTries: Check = {
  code: 'LAB055',
  level: 'warning',
  title: `One request becomes ${mostTries} tries at most along its path`,
  reason:
    'Every hop repeats what the hop before it repeats: three hops of three tries are twenty-seven requests for one, and they come when the last service is already in trouble.',
  remedy: 'retry on one hop of the path, the one nearest to what fails, and write `attempts: 0` on the others',
  link: 'https://sre.google/sre-book/addressing-cascading-failures/#risks-of-retries',
  *find(inventory) {
    const reported = new Set<string>();
    for (const load of overloads(inventory)) {
      const { to } = load.last;
      if (!reported.has(to.host)) {
        reported.add(to.host);
        yield hitOf(load);
      }
    }
  },
};

/** The worst that reaches somebody for one request, and the way it comes. */
interface Load {
  readonly tries: number;
  readonly hops: readonly Hop[];
}

/** Follows requests hop by hop, and past pods again only with more tries than before: never in circles. */
function* overloads(inventory: Inventory): Generator<Load & { readonly last: Hop }> {
  const hops = hopsOf(inventory);
  const onward = indexBy(hops, ({ caller }) => caller);
  const heaviest = new Map<Workload, Load>();
  const nothingYet: Load = { tries: 1, hops: [] };
  const open = [hops.filter(({ caller }) => caller === undefined), ...onward.values()].map((next) => ({
    load: nothingYet,
    next,
  }));
  for (const { load, next } of open) {
    for (const last of next) {
      const sum: Load = { tries: load.tries * last.tries, hops: [...load.hops, last] };
      if (sum.tries > mostTries) {
        yield { ...sum, last };
        continue;
      }
      for (const callee of inventory.workloadsBehind(last.to)) {
        const isHeavier = sum.tries > (heaviest.get(callee)?.tries ?? nothingYet.tries);
        if (isHeavier && !sum.hops.some(({ caller }) => caller === callee)) {
          heaviest.set(callee, sum);
          open.push({ load: sum, next: onward.get(callee) ?? [] });
        }
      }
    }
  }
}

/** Points at the last retries on the way that somebody wrote; Istio's own stand nowhere. */
function hitOf({ tries, hops, last }: Load & { readonly last: Hop }): Hit {
  const way = [hops[0]?.caller?.name ?? 'gateway', ...hops.map(({ to }) => to.name)].join(' -> ');
  const product = hops.map((hop) => hop.tries).join(' x ');
  const message = `one request may become ${product} = ${tries} tries along ${way}, and ${mostTries} is the most`;
  const written = hops.flatMap(({ rules }) => rules).filter(({ rule }) => (writtenTries(rule) ?? 1) > 1);
  const rule = written.at(-1);
  return rule === undefined
    ? { manifest: last.to.manifest, path: ['spec', 'ports'], message }
    : { manifest: rule.manifest, path: fieldOf(rule, 'attempts'), message };
}
