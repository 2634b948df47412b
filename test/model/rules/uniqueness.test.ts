import { uniqueness } from '../../../lib/model/rules/uniqueness';
import { meshOf, sampleJob, sampleMesh, sampleService, shop } from '../../support/sample';

describe('uniqueness', () => {
  it('finds a name that two services have, also in two namespaces', () => {
    expect(uniqueness(meshOf(shop, sampleService('shop', { namespace: 'other' })))).toMatchObject([
      { path: ['services', 'shop', 'name'], value: 'shop' },
    ]);
  });

  it('finds a name that a service and a job have', () => {
    expect(uniqueness({ ...meshOf(shop), jobs: [sampleJob('shop')] })).toMatchObject([{ value: 'shop' }]);
  });

  it('finds a Kubernetes Service that belongs to two services', () => {
    const other = sampleService('other', { namespace: 'shop', serviceName: 'shop' });
    expect(uniqueness(meshOf(shop, other))).toMatchObject([
      { path: ['services', 'other', 'serviceName'], value: 'shop/shop' },
    ]);
  });

  it('does not find one name of a Kubernetes Service in two namespaces', () => {
    const other = sampleService('other', { serviceName: 'shop' });
    expect(uniqueness(meshOf(shop, other))).toEqual([]);
  });

  it('does not find anything in a good mesh', () => {
    expect(uniqueness(sampleMesh({ jobs: [sampleJob('report')] }))).toEqual([]);
  });
});
