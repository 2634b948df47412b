import { prometheusOf } from '../../../cli/metrics/source';
import { readSettings } from '../../../stacks/settings';

function sourceOf(...lines: readonly string[]) {
  const { value } = readSettings({ name: 'settings.yaml', text: lines.join('\n') });
  return value && prometheusOf(value);
}

describe('Prometheus is found', () => {
  it.each([
    ['through the gateway', '', 'http://prometheus.localhost'],
    ['through the gateway at another port', 'ports: { http: 8080 }', 'http://prometheus.localhost:8080'],
    ['by https, where http is redirected', 'httpsRedirect: true', 'https://prometheus.localhost'],
    ['at the end of a port-forward', 'access: false', 'http://localhost:9090'],
    ['where the settings say', 'promotion: { prometheus: "https://a.b:9090/prom" }', 'https://a.b:9090/prom'],
  ])('%s', (_, settings, url) => {
    expect(sourceOf(settings)).toEqual({ url });
  });
});
