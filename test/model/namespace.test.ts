import { meshedNamespace, namespaceLabels } from '../../lib/model/namespace';

describe('a namespace', () => {
  it('of the mesh has sidecars and the strictest pods', () => {
    expect(namespaceLabels(meshedNamespace('shop'))).toEqual({
      'istio-injection': 'enabled',
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/warn': 'restricted',
    });
  });

  it('without sidecars says nothing of injection, so that a gateway is still filled in', () => {
    expect(namespaceLabels({ name: 'edge', injected: false, podSecurity: 'baseline' })).toEqual({
      'pod-security.kubernetes.io/enforce': 'baseline',
      'pod-security.kubernetes.io/warn': 'baseline',
    });
  });
});
