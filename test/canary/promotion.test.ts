import {
  accepted,
  isOver,
  pause,
  type Promotion,
  promotionSchema,
  resume,
  rollBack,
  startPromotion,
} from '../../lib/canary/promotion';

const begin = (share: number, steps = [5, 20, 50, 80, 100]): Promotion =>
  startPromotion({ service: 'shop', steps, observe: 120_000, soak: 600_000, holdFor: 60_000, share, now: 1_000 });

describe('a promotion', () => {
  it('begins with the first step above the share that the canary has', () => {
    expect(begin(0).phase).toEqual({ name: 'shifting', to: 5 });
    expect(begin(10).steps).toEqual([20, 50, 80, 100]);
    expect(begin(20).phase).toEqual({ name: 'shifting', to: 50 });
  });

  it('of a canary that has everything watches it once more', () => {
    expect(begin(100)).toMatchObject({ steps: [100], phase: { name: 'shifting', to: 100 } });
  });

  it('has a share only once the cluster has accepted it', () => {
    expect(begin(0).share).toBe(0);
    expect(accepted(begin(0), 2_000)).toMatchObject({ share: 5, phase: { name: 'observing' }, since: 2_000 });
  });

  it('observes a step anew after a pause', () => {
    const paused = pause(accepted(begin(0), 2_000), 3_000, 'wait', 'operator');
    expect(paused.paused).toEqual({ since: 3_000, by: 'operator', because: 'wait' });
    const resumed = resume(paused, 9_000, false);
    expect(resumed).toMatchObject({ share: 5, phase: { name: 'observing' }, since: 9_000 });
    expect(resumed.paused).toBeUndefined();
  });

  it('writes its share again where it was taken away', () => {
    const paused = pause(accepted(begin(0), 2_000), 3_000, 'somebody wrote');
    expect(resume(paused, 9_000, true).phase).toEqual({ name: 'shifting', to: 5, takesOver: true });
  });

  it('is not touched by a resume that has nothing to do', () => {
    const running = accepted(begin(0), 2_000);
    expect(resume(running, 9_000, false)).toBe(running);
  });

  it('is over when it is rolled back, and not before the cluster has accepted that', () => {
    const going = rollBack(accepted(begin(0), 2_000), 3_000, 'it fails');
    expect(isOver(going)).toBe(false);
    const back = accepted(going, 4_000);
    expect(isOver(back)).toBe(true);
    expect(back).toMatchObject({ share: 0, phase: { name: 'rolledBack', because: 'it fails' } });
  });

  it('tells everything that happened, in order', () => {
    const back = accepted(rollBack(accepted(begin(0), 2_000), 3_000, 'it fails'), 4_000);
    expect(back.history.map(({ at, share, what }) => `${at} ${share} ${what}`)).toEqual([
      '1000 0 promotion begins at 0 %',
      '2000 5 the canary has 5 %',
      '3000 5 rolling back: it fails',
      '4000 0 rolled back: it fails',
    ]);
  });

  it('is the same after it was written down and read', () => {
    const paused = pause(begin(0), 3_000, 'wait');
    expect(promotionSchema.parse(JSON.parse(JSON.stringify(paused)))).toEqual(paused);
  });
});
