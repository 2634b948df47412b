import { forwardTo, type Place, placesOf } from '../../../cli/open/places';
import { readSettings } from '../../../stacks/settings';
import { threeTierMesh } from '../../../stacks/three-tier';

function lab(...lines: readonly string[]) {
  const { value: settings } = readSettings({ name: 'settings.yaml', text: lines.join('\n') });
  if (settings === undefined) {
    throw new Error('a test has bad settings');
  }
  return { settings, mesh: threeTierMesh(settings, { pins: [], splits: new Map() }) };
}

const places = (...lines: readonly string[]): Place[] => placesOf(lab(...lines));

const urls = (...lines: readonly string[]) => places(...lines).map(({ url }) => url);

describe('what there is to look at', () => {
  it('is the frontend and the add-ons, all behind the gateway', () => {
    expect(places().map(({ name, url }) => [name, url])).toEqual([
      ['frontend', 'http://frontend.localhost'],
      ['grafana', 'http://grafana.localhost'],
      ['prometheus', 'http://prometheus.localhost'],
      ['jaeger', 'http://jaeger.localhost'],
      ['kiali', 'http://kiali.localhost'],
    ]);
  });

  it('is found at the ports of the settings', () => {
    expect(urls('ports: { http: 8080 }').slice(0, 2)).toEqual([
      'http://frontend.localhost:8080',
      'http://grafana.localhost:8080',
    ]);
  });

  it('is found by https where http answers with a redirect', () => {
    expect(urls('httpsRedirect: true').slice(0, 2)).toEqual([
      'https://frontend.localhost',
      'https://grafana.localhost',
    ]);
  });

  it('is found by a host that needs no hosts file, or else by the first', () => {
    expect(urls('hosts: [shop.example, shop.localhost]')[0]).toBe('http://shop.localhost');
    expect(urls('hosts: [shop.example, web.example]')[0]).toBe('http://shop.example');
  });
});

describe('an add-on that the gateway does not show', () => {
  const forward = 'kubectl port-forward -n observability svc/jaeger 16686:16686';

  it('is found at the end of a port-forward', () => {
    expect(places('access: false').slice(3, 4)).toEqual([
      {
        name: 'jaeger',
        url: 'http://localhost:16686',
        commands: [`${forward} --kubeconfig kubeconfig --context kind-mesh-lab`],
      },
    ]);
  });
});

describe('on an existing cluster', () => {
  const existing = ['target: existing', 'cluster: { context: team, kubeconfig: ~/.kube/config }'];
  const options = '--kubeconfig ~/.kube/config --context team';

  it('everything is found at the end of a port-forward, because others may reach the gateway', () => {
    expect(places(...existing).map(({ url, commands }) => [url, ...commands])).toEqual([
      [
        'http://frontend.localhost:8080',
        `kubectl port-forward -n istio-ingress svc/istio-ingressgateway 8080:80 ${options}`,
      ],
      ['http://localhost:3000', `kubectl port-forward -n observability svc/grafana 3000:3000 ${options}`],
      ['http://localhost:9090', `kubectl port-forward -n observability svc/prometheus 9090:9090 ${options}`],
      ['http://localhost:16686', `kubectl port-forward -n observability svc/jaeger 16686:16686 ${options}`],
      ['http://localhost:20001', `kubectl port-forward -n observability svc/kiali 20001:20001 ${options}`],
    ]);
  });

  it('the gateway is asked by https where http answers with a redirect', () => {
    expect(places(...existing, 'httpsRedirect: true')[0]).toEqual({
      name: 'frontend',
      url: 'https://frontend.localhost:8443',
      commands: [`kubectl port-forward -n istio-ingress svc/istio-ingressgateway 8443:443 ${options}`],
    });
  });
});

describe('a port-forward', () => {
  const existing = ['target: existing', 'cluster: { context: team }'];

  it('is not needed for what the gateway of Kind serves', () => {
    expect([forwardTo('frontend', lab()), forwardTo('grafana', lab())]).toEqual([undefined, undefined]);
  });

  it('leads to the pods of an add-on that the gateway does not show', () => {
    const wanted = { namespace: 'observability', labels: { 'app.kubernetes.io/instance': 'grafana' }, port: 3000 };
    expect(forwardTo('grafana', lab('access: false'))).toEqual({ ...wanted, localPort: 3000 });
  });

  it('leads to the gateway of an existing cluster, at the port that the URL names', () => {
    const gateway = { namespace: 'istio-ingress', labels: { istio: 'ingressgateway' } };
    expect(forwardTo('frontend', lab(...existing))).toEqual({ ...gateway, port: 80, localPort: 8080 });
    expect(forwardTo('frontend', lab(...existing, 'httpsRedirect: true'))).toEqual({
      ...gateway,
      port: 443,
      localPort: 8443,
    });
  });
});
