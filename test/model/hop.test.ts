import { hopName, hopsTo } from '../../lib/model/hop';
import { CallGraph } from '../../lib/model/mesh';
import { orders, sampleMesh, shop } from '../support/sample';

describe('the hops to a service', () => {
  const calls = [{ caller: orders, callee: shop }];
  const hops = hopsTo(shop, new CallGraph(sampleMesh({ calls })));

  it('are the edge first, then the calls', () => {
    expect(hops.map(hopName)).toEqual(['outside -> shop', 'orders -> shop']);
  });

  it('know protocol and timeout of each', () => {
    expect(hops).toMatchObject([{ protocol: 'http', timeout: '15s' }, { protocol: 'http' }]);
  });
});
