import { addOnCharts } from '../../lib/versions';
import { releasesOf, stackOf, valuesOf } from './terraform-json';

const stack = stackOf('observability');
const releases = releasesOf(stack);

describe('the add-ons', () => {
  it.each(Object.entries(addOnCharts))('have %s in its pinned version, and pull it from one place', (name, chart) => {
    expect(releases.get(name)).toMatchObject({ namespace: 'observability', ...chart });
  });

  it('have the ports that their users know', () => {
    expect(valuesOf('prometheus', stack)).toMatchObject({ server: { service: { servicePort: 9090 } } });
    expect(valuesOf('grafana', stack)).toMatchObject({ service: { port: 3000 } });
  });

  it('start Kiali last, which asks all the others', () => {
    const others = ['prometheus', 'jaeger', 'grafana'].map((name) => releases.get(name)?.address);
    expect(releases.get('kiali')?.depends_on).toEqual(expect.arrayContaining(others));
  });

  it('know each other by names that exist', () => {
    expect(valuesOf('kiali', stack)).toMatchObject({
      external_services: {
        prometheus: { url: 'http://prometheus.observability.svc.cluster.local:9090' },
        grafana: { internal_url: 'http://grafana.observability.svc.cluster.local:3000' },
        tracing: { internal_url: 'http://jaeger.observability.svc.cluster.local:16685' },
      },
    });
  });

  it('live in a namespace outside the mesh with the strictest pods', () => {
    expect(Object.values(stack.resource['kubernetes_namespace_v1'] ?? {})).toMatchObject([
      { metadata: { name: 'observability', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } },
    ]);
  });
});
