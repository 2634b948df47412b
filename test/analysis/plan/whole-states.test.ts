import fc from 'fast-check';
import { assumedManifests } from '../../../lib/analysis/inventory/assumed';
import { Inventory } from '../../../lib/analysis/inventory/inventory';
import { keyOf, type Manifest } from '../../../lib/analysis/manifest/manifest';
import { Openings, pairsIn } from '../../../lib/analysis/plan/openings';
import { prefixesOf } from '../../../lib/analysis/plan/orders';
import type { PlanProps } from '../../../lib/analysis/plan/questions';
import { safetyOf } from '../../../lib/analysis/plan/safety';
import { after, type State, stateOf, type Step, type Wave } from '../../../lib/analysis/plan/step';
import { callsIn, Traffic } from '../../../lib/analysis/plan/traffic';
import { smallMesh } from '../agreement/random-mesh';
import { written } from '../agreement/written';
import { manifestsOf } from '../inputs';

/** The calls of a state, by whether they get through. */
function callsBy(inventory: Inventory): { working: Set<string>; failing: Set<string> } {
  const traffic = new Traffic(inventory);
  const [working, failing] = [new Set<string>(), new Set<string>()];
  for (const call of callsIn(inventory)) {
    (traffic.failureOf(call) === undefined ? working : failing).add(call.name);
  }
  return { working, failing };
}

/** The first breach of a plan, by looking at whole states: its wave, and how many of its steps it takes. */
function firstBreach({ waves, before, assumed }: PlanProps): string {
  const inventoryOf = (state: State): Inventory => new Inventory([...assumed, ...state.values()]);
  const start = inventoryOf(before);
  const end = inventoryOf(waves.reduce((state, { steps }) => after(state, steps), before));
  const atStart = callsBy(start);
  const wanted = new Set([...atStart.working, ...callsBy(end).working].filter((name) => !atStart.failing.has(name)));
  const [openAtStart, openAtEnd] = [new Openings(start), new Openings(end)];
  const strangers = pairsIn(end).pairs.filter((pair) => openAtEnd.isRefused(pair) && !openAtStart.isOpen(pair));
  const isBroken = (state: State): boolean => {
    const inventory = inventoryOf(state);
    const openings = new Openings(inventory);
    return (
      [...callsBy(inventory).failing].some((name) => wanted.has(name)) ||
      strangers.some((pair) => openings.isOpen(pair))
    );
  };
  let state = before;
  for (const { name, steps } of waves) {
    const breach = prefixesOf(steps).find((prefix) => isBroken(after(state, prefix)));
    if (breach !== undefined) {
      return `${name}, after ${breach.length}`;
    }
    state = after(state, steps);
  }
  return 'safe';
}

function found(plan: PlanProps): string {
  const { breach } = safetyOf(plan);
  return breach === undefined ? 'safe' : `${breach.wave}, after ${breach.taken.length + 1}`;
}

/** What makes of some objects others, or ten steps of that, in an order at random, in waves of up to five. */
function wavesBetween(before: readonly Manifest[], end: readonly Manifest[], draw: () => number): Wave[] {
  const old = new Map(before.map((manifest) => [keyOf(manifest), JSON.stringify(manifest.content)]));
  const kept = new Set(end.map(keyOf));
  const steps = [
    ...end
      .filter((manifest) => old.get(keyOf(manifest)) !== JSON.stringify(manifest.content))
      .map((manifest): Step => ({ action: 'apply', manifest })),
    ...before
      .filter((manifest) => !kept.has(keyOf(manifest)))
      .map((manifest): Step => ({ action: 'delete', manifest })),
  ];
  const drawn = steps.map((step) => ({ step, order: draw() })).sort((one, other) => one.order - other.order);
  const waves: Wave[] = [];
  for (let start = 0; start < Math.min(drawn.length, 10);) {
    const next = start + 1 + (draw() % 5);
    waves.push({ name: `wave ${waves.length}`, steps: drawn.slice(start, next).map(({ step }) => step) });
    start = next;
  }
  return waves;
}

describe('asked question by question, a plan is as safe as looked at state by state', () => {
  it.each(['VirtualService', 'HTTPRoute'] as const)('between meshes at random, by %s', (api) => {
    const verdicts = { safe: 0, unsafe: 0 };
    fc.assert(
      fc.property(smallMesh, smallMesh, fc.infiniteStream(fc.nat()), (one, other, numbers) => {
        const [before, end] = [manifestsOf(written(one, api)), manifestsOf(written(other, api))];
        const waves = wavesBetween(before, end, () => Number(numbers.next().value));
        const plan = { waves, before: stateOf(before), assumed: assumedManifests([...before, ...end]) };
        const verdict = firstBreach(plan);
        expect(found(plan)).toBe(verdict);
        verdicts[verdict === 'safe' ? 'safe' : 'unsafe'] += 1;
      }),
      { seed: 20_261_126, numRuns: 150 },
    );
    expect(Math.min(verdicts.safe, verdicts.unsafe)).toBeGreaterThan(30);
  });
});
