import { limitsOf } from '../../stacks/promotion-settings';
import { defaultSettings } from '../../stacks/settings';
import { limits } from '../canary/readings';

describe('the limits of a promotion', () => {
  it('are by default those whose errors docs/gate.md gives', () => {
    expect(limitsOf(defaultSettings.promotion)).toEqual(limits);
  });

  it('have their differences of latencies in milliseconds', () => {
    expect(limitsOf({ ...defaultSettings.promotion, latencyFloor: '2s' }).latencyFloor).toBe(2_000);
  });
});
