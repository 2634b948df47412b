import { names } from '../../../lib/model/rules/names';
import { meshOf, sampleJob, sampleMesh, sampleService } from '../../support/sample';

describe('names', () => {
  it.each(['Shop', 'my_shop', '1shop', '-shop', 'shop-', 'my.shop', 'shöp', ''])('finds the name %p', (name) => {
    const service = sampleService(name, { namespace: 'shop', serviceName: 'shop' });
    expect(names(meshOf(service))).toMatchObject([{ path: ['services', name, 'name'], value: name }]);
  });

  it('finds bad namespaces and names of Kubernetes Services as well', () => {
    const service = sampleService('shop', { namespace: 'A', serviceName: 'B' });
    expect(names(meshOf(service)).map(({ path, value }) => [path.at(-1), value])).toEqual([
      ['namespace', 'A'],
      ['serviceName', 'B'],
    ]);
  });

  it('finds the bad name of a job', () => {
    const mesh = sampleMesh({ jobs: [sampleJob('Report', { namespace: 'shop' })] });
    expect(names(mesh)).toMatchObject([{ path: ['jobs', 'Report', 'name'], value: 'Report' }]);
  });

  it('finds a name that leaves no room for what is appended to it', () => {
    const name = 'a'.repeat(53);
    const service = sampleService(name, { namespace: 'shop', serviceName: 'shop' });
    expect(names(meshOf(service))).toMatchObject([{ path: ['services', name, 'name'] }]);
  });

  it('does not find the longest names there can be', () => {
    const service = sampleService('a'.repeat(52), { namespace: 'b'.repeat(63), serviceName: 'c'.repeat(63) });
    expect(names(meshOf(service))).toEqual([]);
  });

  it('does not find anything in a good mesh', () => {
    expect(names(sampleMesh())).toEqual([]);
  });
});
