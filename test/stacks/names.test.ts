import { named, objectsIn } from '../support/kube-objects';
import { renderYaml } from './rendered';

const objects = objectsIn(renderYaml());

/** The names of the lab article, which its readers type. */
describe.each([
  ['frontend', 3000],
  ['backend', 8080],
  ['ml', 5001],
])('the tier %s', (tier, port) => {
  it.each([
    ['Namespace', tier],
    ['ServiceAccount', tier],
    ['Service', `${tier}-service`],
    ['Deployment', `${tier}-stable`],
    ['Deployment', `${tier}-canary`],
    ['PodDisruptionBudget', `${tier}-stable`],
    ['PodDisruptionBudget', `${tier}-canary`],
    ['DestinationRule', `${tier}-dr`],
    ['VirtualService', `${tier}-vs`],
  ])('has a %s %s in its namespace', (kind, name) => {
    const { metadata } = named(kind, name, objects);
    expect(metadata.namespace).toBe(kind === 'Namespace' ? undefined : tier);
  });

  it(`answers on port ${port}, which is declared as HTTP`, () => {
    expect(named('Service', `${tier}-service`, objects)).toMatchObject({
      spec: {
        type: 'ClusterIP',
        selector: { app: tier },
        ports: [{ name: 'http', port, targetPort: port, protocol: 'TCP', appProtocol: 'http' }],
      },
    });
  });

  it.each(['stable', 'canary'])('tells its %s pods apart by the labels app and version', (version) => {
    const labels = { app: tier, version };
    expect(named('Deployment', `${tier}-${version}`, objects)).toMatchObject({
      metadata: { labels },
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels } } },
    });
  });
});

describe('the namespaces', () => {
  it.each(['frontend', 'backend', 'ml'])('%s has sidecars and the strictest pods', (name) => {
    expect(named('Namespace', name, objects).metadata.labels).toMatchObject({
      'istio-injection': 'enabled',
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
  });
});

describe('the calls', () => {
  it.each([
    ['frontend', 'http://backend-service.backend.svc.cluster.local:8080'],
    ['backend', 'http://ml-service.ml.svc.cluster.local:5001'],
  ])('of the %s go to %s', (tier, value) => {
    const env: unknown = expect.arrayContaining([{ name: 'UPSTREAM_URIS', value }]);
    const expected = { spec: { template: { spec: { containers: [{ env }] } } } };
    expect(named('Deployment', `${tier}-stable`, objects)).toMatchObject(expected);
    expect(named('Deployment', `${tier}-canary`, objects)).toMatchObject(expected);
  });

  it('of the ml tier go nowhere', () => {
    expect(JSON.stringify(named('Deployment', 'ml-stable', objects))).not.toContain('UPSTREAM_URIS');
  });
});
