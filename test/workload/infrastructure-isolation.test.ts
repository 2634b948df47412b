import { InfrastructureIsolation } from '../../lib/workload/infrastructure-isolation';
import { objectsOf } from '../support/objects-of';
import { platform } from '../support/platform';

describe('the network of a part of the platform', () => {
  const [policy] = objectsOf(
    (chart) =>
      new InfrastructureIsolation(chart, 'it', {
        gateway: platform.gateway,
        service: {
          name: 'numbers',
          namespace: 'test',
          labels: { app: 'numbers' },
          host: 'numbers.localhost',
          port: 9090,
          callers: [{ from: { namespace: 'watch' }, ports: [1, 2] }],
        },
      }),
  );
  const from = (namespace: string) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  });
  const tcp = (port: number) => ({ port, protocol: 'TCP' });

  it('lets in the gateway at the port that is shown, and every other caller at its own', () => {
    expect(policy).toHaveProperty('spec.ingress', [
      { from: [{ ...from('edge'), podSelector: { matchLabels: { istio: 'door' } } }], ports: [tcp(9090)] },
      { from: [from('watch')], ports: [tcp(1), tcp(2)] },
    ]);
  });

  it('closes no way out', () => {
    expect(policy).toHaveProperty('spec.policyTypes', ['Ingress']);
  });
});
