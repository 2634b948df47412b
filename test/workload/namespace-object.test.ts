import { meshedNamespace } from '../../lib/model/namespace';
import { NamespaceObject } from '../../lib/workload/namespace-object';
import { objectsOf } from '../support/objects-of';

describe('a namespace as an object', () => {
  it('is in no namespace itself, whatever its chart says', () => {
    const [object] = objectsOf((chart) => new NamespaceObject(chart, 'it', meshedNamespace('shop')));
    expect(object?.metadata).toEqual({
      name: 'shop',
      labels: {
        'istio-injection': 'enabled',
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    });
  });
});
