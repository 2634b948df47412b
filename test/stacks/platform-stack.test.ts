import { istioVersion } from '../../lib/versions';
import { named, objectsIn } from './kube-objects';
import { renderYaml } from './rendered';
import { releasesOf, stackOf } from './terraform-json';

const stack = stackOf('platform');
const releases = releasesOf(stack);

describe('Istio', () => {
  it.each([
    ['istio-cni', 'istio-base'],
    ['istiod', 'istio-cni'],
    ['istio-ingressgateway', 'istiod'],
  ])('is installed in order: %s after %s alone', (release, before) => {
    expect(releases.get(release)?.depends_on).toEqual([releases.get(before)?.address]);
  });

  it('is installed into namespaces that exist, and after the certificate that the gateway mounts', () => {
    const secrets = Object.keys(stack.resource['kubernetes_secret_v1'] ?? {});
    const namespaces = Object.keys(stack.resource['kubernetes_namespace_v1'] ?? {});
    expect(releases.get('istio-base')?.depends_on.toSorted()).toEqual(
      [
        ...namespaces.map((id) => `kubernetes_namespace_v1.${id}`),
        ...secrets.map((id) => `kubernetes_secret_v1.${id}`),
      ].sort(),
    );
  });

  it('is one version from one place', () => {
    const origins = [...releases.values()].map(({ repository, version }) => `${repository} ${version}`);
    expect([...new Set(origins)]).toEqual([`https://blob.istio.io/istio-release/charts ${istioVersion}`]);
  });
});

describe('the namespaces', () => {
  const made = Object.values(stack.resource['kubernetes_namespace_v1'] ?? {}).map(({ metadata }) => metadata);
  const objects = objectsIn(renderYaml());

  it('are those of the mesh and of Istio', () => {
    expect(made).toMatchObject(
      ['backend', 'frontend', 'istio-ingress', 'istio-system', 'ml'].map((name) => ({ name })),
    );
  });

  it.each(['istio-system', 'frontend', 'backend', 'ml'])('have the labels of the YAML: %s', (name) => {
    const { labels } = named('Namespace', name, objects).metadata;
    expect(made).toContainEqual({ name, labels });
  });
});

describe('the certificate of the gateway', () => {
  const [secret] = Object.values(stack.resource['kubernetes_secret_v1'] ?? {});
  const [request] = Object.values(stack.resource['tls_cert_request'] ?? {});

  it('is for the hosts of the settings', () => {
    expect(request).toMatchObject({ dns_names: ['frontend.local', 'frontend.localhost'] });
  });

  it('is in the Secret that the Gateway object names, where the gateway runs', () => {
    expect(secret).toMatchObject({
      type: 'kubernetes.io/tls',
      metadata: { name: 'lab-certificate', namespace: 'istio-ingress' },
    });
    expect(named('Gateway', 'frontend-gateway', objectsIn(renderYaml()))).toMatchObject({
      spec: { servers: [{}, { tls: { credentialName: 'lab-certificate' } }] },
    });
  });

  it('can be checked with the certificate of the authority, which is an output', () => {
    expect(stack.output).toHaveProperty('ca_certificate.value', expect.stringMatching(/^\$\{tls_self_signed_cert\./));
  });
});
