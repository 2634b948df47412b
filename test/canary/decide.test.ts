import fc from 'fast-check';
import { decide, type Seen } from '../../lib/canary/decide';
import { verdicts, type Verdict } from '../../lib/canary/judgement';
import { accepted, isOver, type Promotion, startPromotion, wantedShare } from '../../lib/canary/promotion';

const steps = [5, 20, 50, 80, 100];
const observe = 120_000;
const soak = 600_000;
const holdFor = 60_000;
const shifting = startPromotion({ service: 'shop', steps, observe, soak, holdFor, share: 0, now: 0 });
const observing = accepted(shifting, 0);

function seen(over: Partial<Seen> & { readonly verdict?: Verdict } = {}): Seen {
  const { verdict = 'PASS', ...rest } = over;
  const judgement = { verdict, because: 'it was looked at' };
  return { now: 0, live: 5, writer: 'mesh-lab', ready: { stable: 2, canary: 2 }, judgement, ...rest };
}

/** Lets a promotion run until it is over or paused, in a cluster that accepts every write. */
function run(start: Promotion, verdictAt: (share: number) => Verdict): { shares: number[]; end: Promotion } {
  const shares = [start.share];
  let promotion = start;
  for (let now = 0; !isOver(promotion) && promotion.paused === undefined && now < 100 * soak; now += 30_000) {
    const decision = decide(promotion, seen({ now, live: promotion.share, verdict: verdictAt(promotion.share) }));
    promotion = decision.writes === true ? accepted(promotion, now) : decision.promotion;
    if (promotion.share !== shares.at(-1)) {
      shares.push(promotion.share);
    }
  }
  return { shares, end: promotion };
}

describe('what a promotion does next', () => {
  it('leads through every step, as long as the gate passes it', () => {
    expect(run(shifting, () => 'PASS').shares).toEqual([0, ...steps]);
  });

  it('is nothing before the time of a step is over', () => {
    expect(decide(observing, seen({ now: observe - 1 }))).toMatchObject({
      promotion: observing,
      waits: 'PASS: it was looked at',
    });
    expect(decide(observing, seen({ now: observe })).promotion.phase).toEqual({ name: 'shifting', to: 20 });
  });

  it.each(['INSUFFICIENT', 'ERROR'] as const)('holds after %s, and pauses when that lasts', (verdict) => {
    expect(decide(observing, seen({ verdict, now: observe + holdFor })).promotion).toBe(observing);
    const { promotion } = decide(observing, seen({ verdict, now: observe + holdFor + 1 }));
    expect(promotion.paused).toMatchObject({ by: 'promotion', because: `${verdict}: it was looked at` });
    expect(promotion.share).toBe(5);
  });

  it('asks for requests only where more of them would help', () => {
    expect(decide(observing, seen({ verdict: 'INSUFFICIENT' })).needsRequests).toBe(true);
    expect(decide(observing, seen({ verdict: 'ERROR' })).needsRequests).toBe(false);
  });

  it('is to go back at the first FAIL, without waiting for the end of the step', () => {
    const { promotion } = decide(observing, seen({ verdict: 'FAIL', now: 1 }));
    expect(promotion.phase.name).toBe('rollingBack');
    expect(decide(promotion, seen({ now: 2 })).writes).toBe(true);
    expect(decide(promotion, seen({ now: 3, live: 0 })).promotion.phase.name).toBe('rolledBack');
  });

  it('is to go back also where it was paused', () => {
    const paused = { ...observing, paused: { since: 0, by: 'operator' as const, because: 'lunch' } };
    expect(decide(paused, seen()).waits).toBe('paused: lunch');
    expect(decide(paused, seen({ verdict: 'FAIL' })).promotion.phase.name).toBe('rollingBack');
  });

  it('is to see that a share was accepted, though nobody was left to note it', () => {
    expect(decide(shifting, seen({ now: 7, live: 5 })).promotion).toMatchObject({ share: 5, since: 7 });
  });

  it.each([33, undefined, 'follow'] as const)('is to pause where somebody else wrote %p', (live) => {
    const { promotion, writes } = decide(observing, seen({ live, writer: 'kubectl-edit' }));
    expect(promotion.paused?.because).toMatch(/written by kubectl-edit$/);
    expect(writes).toBeUndefined();
  });

  it('is to write over what somebody else wrote, once an operator said so', () => {
    const told: Promotion = { ...observing, phase: { name: 'shifting', to: 5, takesOver: true } };
    expect(decide(told, seen({ live: 33, writer: 'kubectl-edit' }))).toEqual({ promotion: told, writes: true });
  });

  it('gives nothing to a release without ready pods', () => {
    const noCanary = seen({ live: 0, ready: { stable: 2, canary: 0 } });
    expect(decide(shifting, noCanary)).toMatchObject({ promotion: shifting, waits: 'no pod of the canary is ready' });
    const noStable = seen({ live: 0, ready: { stable: 0, canary: 2 } });
    expect(decide(shifting, noStable).writes).toBeUndefined();
  });

  it('does not go back to a stable release without ready pods', () => {
    const going = decide(observing, seen({ verdict: 'FAIL' })).promotion;
    expect(decide(going, seen({ ready: { stable: 0, canary: 2 } })).writes).toBeUndefined();
  });

  it('is nothing once it is over', () => {
    const { end } = run(shifting, () => 'PASS');
    expect(end.phase.name).toBe('promoted');
    expect(decide(end, seen({ verdict: 'FAIL', live: 100 }))).toEqual({ promotion: end });
  });

  it('never raises a share without PASS, skips no step, and writes no share that its release can not take', () => {
    const anything = fc.record({
      verdict: fc.constantFrom(...verdicts),
      live: fc.constantFrom<Seen['live']>(0, 5, 20, 33, 50, 80, 100, 'follow', undefined),
      ready: fc.record({ stable: fc.integer({ min: 0, max: 1 }), canary: fc.integer({ min: 0, max: 1 }) }),
      elapsed: fc.integer({ min: 0, max: soak }),
    });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), (world) => {
        let promotion = shifting;
        let now = 0;
        for (const { elapsed, verdict, live, ready } of world) {
          now += elapsed;
          // Mostly the cluster has what it was given.
          const usual = live === 33 || live === undefined ? live : promotion.share;
          const decision = decide(promotion, seen({ now, verdict, ready, live: usual }));
          const next = decision.writes === true ? accepted(promotion, now) : decision.promotion;
          if (decision.writes === true) {
            const to = wantedShare(promotion);
            expect(ready[to > 0 && promotion.phase.name === 'shifting' ? 'canary' : 'stable']).toBeGreaterThan(0);
          }
          if (next.phase.name === 'shifting' && promotion.phase.name !== 'shifting') {
            expect(verdict).toBe('PASS');
            expect(steps.indexOf(next.phase.to)).toBe(steps.indexOf(promotion.share) + 1);
          }
          promotion = next;
        }
      }),
    );
  });
});
