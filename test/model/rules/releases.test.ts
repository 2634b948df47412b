import { releases } from '../../../lib/model/rules/releases';
import { meshOf, sampleMesh, sampleRelease, sampleService } from '../../support/sample';

describe('releases', () => {
  it('finds a canary behind plain TCP, of which no route keeps requests away', () => {
    const store = sampleService('store', {
      ports: [{ number: 6379, protocol: 'tcp' }],
      canary: sampleRelease('canary'),
    });
    expect(releases(meshOf(store))).toMatchObject([{ path: ['services', 'store', 'canary'], value: 'tcp' }]);
  });

  it.each([0, -1, 1.5, NaN])('finds %d replicas', (replicas) => {
    const service = sampleService('shop', { canary: sampleRelease('canary', { replicas }) });
    expect(releases(meshOf(service))).toMatchObject([
      { path: ['services', 'shop', 'canary', 'replicas'], value: replicas },
    ]);
  });

  it('does not find a single replica', () => {
    const stable = sampleRelease('stable', { replicas: 1 });
    expect(releases(meshOf(sampleService('shop', { stable })))).toEqual([]);
  });

  it('does not find anything in a good mesh', () => {
    expect(releases(sampleMesh())).toEqual([]);
  });
});
