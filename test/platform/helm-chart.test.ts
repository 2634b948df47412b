import { helmChart } from '../../lib/platform/helm-chart';
import { Namespaces } from '../../lib/platform/namespaces';
import { resourcesOf } from '../support/resources-of';

const [release] = resourcesOf('helm_release', (stack) => {
  const { resources } = new Namespaces(stack, 'namespaces', [
    { name: 'shop', injected: false, podSecurity: 'restricted' },
  ]);
  helmChart(stack, 'chart', {
    repository: 'https://charts.example.com',
    chart: 'web',
    version: '1.2.3',
    releaseName: 'shop-web',
    namespace: 'shop',
    values: { replicas: 2 },
    after: resources,
  });
});

describe('a Helm release', () => {
  it('is one version of one chart, with its values as JSON, which is YAML', () => {
    expect(release).toMatchObject({
      repository: 'https://charts.example.com',
      chart: 'web',
      version: '1.2.3',
      name: 'shop-web',
      namespace: 'shop',
      values: ['{"replicas":2}'],
    });
  });

  it('is waited for, and stays where it fails, so that its pods can be looked at', () => {
    expect(release).toMatchObject({ wait: true, atomic: false, timeout: 600 });
  });

  it('starts when all is up that it is after', () => {
    expect(release).toMatchObject({
      depends_on: [expect.stringMatching(/^kubernetes_namespace_v1\.namespaces_shop_/) as string],
    });
  });
});
