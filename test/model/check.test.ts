import { check } from '../../lib/model/check';
import { sampleMesh, sampleRelease, sampleService, shop, stock } from '../support/sample';

describe('check', () => {
  it('finds nothing wrong with a good mesh', () => {
    expect(check(sampleMesh())).toEqual([]);
  });

  it('reports what every rule finds, in the order of the rules', () => {
    const bad = sampleService('Bad', {
      namespace: 'shop',
      serviceName: 'shop',
      ports: [{ number: 15090, protocol: 'tcp' }],
      stable: sampleRelease('stable', { image: 'app' }),
    });
    const mesh = sampleMesh({
      services: [shop, bad],
      calls: [{ caller: bad, callee: bad }],
      edges: [{ service: bad, hosts: ['bad.localhost'] }],
      traffic: { pins: [{ header: 'X-Canary', value: 'true' }], splits: new Map([['Bad', 10]]) },
    });
    expect(check(mesh).map(({ path }) => path.join('.'))).toEqual([
      'services.Bad.name',
      'services.Bad.serviceName',
      'services.Bad.ports',
      'services.Bad.stable.image',
      'calls.Bad -> Bad',
      'splits.Bad',
      'pins.0.header',
      'edges.Bad',
    ]);
  });

  it('says of every problem what holds and what to do', () => {
    for (const { rule, remedy } of check(sampleMesh({ services: [stock, stock], edges: [] }))) {
      expect(rule).not.toBe('');
      expect(remedy).not.toBe('');
    }
  });
});
