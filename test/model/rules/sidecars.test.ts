import { sidecars } from '../../../lib/model/rules/sidecars';
import type { Service } from '../../../lib/model/service';
import { meshOf, sampleMesh, sampleRelease, sampleService, stock } from '../../support/sample';

const alone = (overrides: Partial<Service> = {}) => sampleService('alone', { sidecar: 'none', ...overrides });

describe('sidecars', () => {
  it('finds a service out of the mesh that calls another', () => {
    const caller = alone();
    expect(sidecars({ ...meshOf(caller, stock), calls: [{ caller, callee: stock }] })).toMatchObject([
      { path: ['services', 'alone', 'sidecar'], value: 'none' },
    ]);
  });

  it('finds a service out of the mesh that is called', () => {
    const callee = alone();
    expect(sidecars({ ...meshOf(stock, callee), calls: [{ caller: stock, callee }] })).toHaveLength(1);
  });

  it('finds a service out of the mesh that the outside world reaches', () => {
    const service = alone();
    expect(sidecars({ ...meshOf(service), edges: [{ service, hosts: ['a.localhost'] }] })).toHaveLength(1);
  });

  it('finds a rate limit and a canary out of the mesh, both at once', () => {
    const service = alone({ rateLimit: { requests: 10, per: '1s' }, canary: sampleRelease('canary') });
    expect(sidecars(meshOf(service))).toHaveLength(2);
  });

  it('does not find a service that stands alone', () => {
    expect(sidecars(meshOf(alone()))).toEqual([]);
  });

  it('does not find anything in a good mesh', () => {
    expect(sidecars(sampleMesh())).toEqual([]);
  });
});
