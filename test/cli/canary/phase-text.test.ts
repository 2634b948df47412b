import { phaseText } from '../../../cli/canary/phase-text';
import { pause, startPromotion } from '../../../lib/canary/promotion';

const minute = 60_000;
const begin = Date.UTC(2026, 0, 5, 10, 0);
const promotion = startPromotion({
  service: 'frontend',
  steps: [20, 100],
  observe: minute,
  soak: minute,
  holdFor: minute,
  share: 0,
  now: begin,
});

describe('where a promotion stands', () => {
  it('says since when it is paused, by UTC', () => {
    const paused = pause({ ...promotion, share: 20 }, begin + 90 * minute, 'an operator asked for it', 'operator');
    expect(phaseText(paused, begin + 100 * minute)).toBe('paused at 20 % since 2026-01-05 11:30 UTC');
  });

  it('says for how long a share is observed', () => {
    const observing = { ...promotion, share: 20, phase: { name: 'observing' as const } };
    expect(phaseText(observing, begin + 1.5 * minute)).toBe('observing 20 % of 100 %, for 1.5 min');
  });
});
