import { check } from '../../lib/model/check';
import { defaultTrafficPolicy, percentOfOne } from '../../lib/model/service-defaults';
import type { Service } from '../../lib/model/service';
import { meshOf } from '../support/sample';

const smallest: Service = {
  name: 'shop',
  namespace: 'shop',
  serviceName: 'shop',
  ports: [{ number: 8080, protocol: 'http' }],
  stable: { name: 'stable', image: 'example/app:v1', replicas: 2 },
  resources: { cpu: '50m', memory: '64Mi', memoryLimit: '128Mi' },
};

describe('a service of which only the necessary is said', () => {
  it('has nothing wrong with it, whatever the number of its pods', () => {
    for (const replicas of [1, 2, 3, 50]) {
      expect(check(meshOf({ ...smallest, stable: { ...smallest.stable, replicas } }))).toEqual([]);
    }
  });

  it('ejects with the smaller of its releases in mind', () => {
    const canary = { ...smallest.stable, name: 'canary', replicas: 1 } as const;
    expect(defaultTrafficPolicy({ ...smallest, canary }).ejection.maxPercent).toBe(100);
  });
});

describe('the share of pods that may be ejected', () => {
  it.each([
    [1, 100],
    [2, 50],
    [3, 50],
    [10, 50],
  ])('is for %d pods %d %%: one at least, and else half of them', (replicas, percent) => {
    expect(percentOfOne(replicas)).toBe(percent);
  });
});
