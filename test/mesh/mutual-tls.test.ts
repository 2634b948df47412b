import { MutualTls } from '../../lib/mesh/mutual-tls';
import { objectsOf } from '../support/objects-of';

describe('mutual TLS', () => {
  it.each([
    ['strict', 'STRICT'],
    ['permissive', 'PERMISSIVE'],
  ] as const)('can be %s, for every pod of a namespace and every port', (mode, written) => {
    const [policy] = objectsOf((chart) => new MutualTls(chart, 'it', mode));
    expect(policy).toMatchObject({ kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'test' } });
    expect(policy?.['spec']).toEqual({ mtls: { mode: written } });
  });
});
