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

describe('the addresses in a browser', () => {
  it.each([
    ['of the gateway', '', (name: string) => `http://${name}.localhost`],
    ['of the gateway by https', 'httpsRedirect: true', (name: string) => `https://${name}.localhost`],
    ['of the gateway at another port', 'ports: { http: 8080 }', (name: string) => `http://${name}.localhost:8080`],
  ])('are those %s', (_, settings, url) => {
    const shown = stackOf('observability', { settings });
    expect(valuesOf('grafana', shown)).toMatchObject({ 'grafana.ini': { server: { root_url: url('grafana') } } });
    expect(valuesOf('kiali', shown)).toMatchObject({
      external_services: { grafana: { external_url: url('grafana') }, tracing: { external_url: url('jaeger') } },
    });
  });

  it('of Kiali are also told in parts', () => {
    const server = { web_schema: 'http', web_fqdn: 'kiali.localhost', web_port: '8080' };
    const shown = stackOf('observability', { settings: 'ports: { http: 8080 }' });
    expect(valuesOf('kiali', shown)).toMatchObject({ server });
  });

  it('are those of port-forwards where the gateway shows nothing', () => {
    const hidden = stackOf('observability', { settings: 'access: false' });
    expect(valuesOf('grafana', hidden)).toMatchObject({
      'grafana.ini': { server: { root_url: 'http://localhost:3000' } },
    });
    expect(valuesOf('kiali', hidden)).toMatchObject({
      server: { web_schema: 'http', web_fqdn: 'localhost', web_port: '20001' },
      external_services: {
        grafana: { external_url: 'http://localhost:3000' },
        tracing: { external_url: 'http://localhost:16686' },
      },
    });
  });
});

describe('Prometheus', () => {
  it('answers no page of another site', () => {
    expect(valuesOf('prometheus', stack)).toMatchObject({ server: { extraArgs: { 'web.cors.origin': 'none' } } });
  });
});

describe('the dashboards', () => {
  it('are mounted below the folder that Grafana reads, one folder for each ConfigMap', () => {
    const names = Object.values(stack.resource['kubernetes_config_map_v1'] ?? {}).map(({ metadata }) => metadata);
    expect(names).toEqual([{ name: 'mesh-dashboards', namespace: 'observability' }]);
    expect(valuesOf('grafana', stack)).toMatchObject({
      dashboardProviders: {
        'dashboardproviders.yaml': { providers: [{ options: { path: '/var/lib/grafana/dashboards' } }] },
      },
      dashboardsConfigMaps: { 'mesh-dashboards': 'mesh-dashboards' },
    });
  });
});
