import * as z from 'zod';
import { istioVersion } from '../../lib/versions';
import { named, objectsIn, ofKind } from '../support/kube-objects';
import { renderYaml, type Written } from './rendered';
import { releasesOf, stackOf } from './terraform-json';

const Secret = z.object({ metadata: z.object({ name: z.string() }), data: z.object({ 'tls.crt': z.string() }) });
const Certificate = z.object({ cert_request_pem: z.string() });
const Servers = z.object({
  servers: z.array(z.object({ hosts: z.array(z.string()), tls: z.object({ credentialName: z.string().optional() }) })),
});

/** The resource that an expression is about. */
function idIn(expression: string): string {
  return /^\$\{\w+\.([^.]+)\./.exec(expression)?.[1] ?? expression;
}

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

  it('is installed into namespaces that exist, and after the certificates that the gateway mounts', () => {
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

  it.each(['frontend', 'backend', 'ml'])('have the labels of the YAML: %s', (name) => {
    const { labels } = named('Namespace', name, objects).metadata;
    expect(made).toContainEqual({ name, labels });
  });
});

describe('the namespaces of the platform', () => {
  it('are none of the YAML, so that whoever deletes that leaves the platform alone', () => {
    const names = ofKind('Namespace', objectsIn(renderYaml())).map(({ metadata }) => metadata.name);
    expect(names).toEqual(['ml', 'backend', 'frontend']);
  });
});

describe('the certificates of the gateway', () => {
  const hosts = {
    'lab-certificate': ['frontend.local', 'frontend.localhost'],
    'add-ons-certificate': ['grafana.localhost', 'prometheus.localhost', 'jaeger.localhost', 'kiali.localhost'],
  };
  const gateways = ofKind('Gateway', objectsIn(renderYaml({ settings: 'httpsRedirect: true' })));

  /** The hosts of each certificate, by the Secret that it is in. */
  function certified(written: Written = {}): Record<string, unknown> {
    const { resource } = stackOf('platform', written);
    const secrets = Object.values(resource['kubernetes_secret_v1'] ?? {}).map((secret) => Secret.parse(secret));
    return Object.fromEntries(
      secrets.map(({ metadata, data }) => {
        const certificate = resource['tls_locally_signed_cert']?.[idIn(data['tls.crt'])];
        const request = resource['tls_cert_request']?.[idIn(Certificate.parse(certificate).cert_request_pem)];
        return [metadata.name, request?.['dns_names']];
      }),
    );
  }

  it('are one for each Gateway, for its hosts and no other', () => {
    expect(certified()).toEqual(hosts);
    const named = gateways.map(({ spec }) =>
      Servers.parse(spec).servers.map(({ hosts, tls }) => [tls.credentialName, hosts]),
    );
    expect(named).toEqual(
      Object.entries(hosts).map(([name, own]) => [
        [undefined, own],
        [name, own],
      ]),
    );
  });

  it('leave out the add-ons where the gateway does not show them', () => {
    expect(certified({ settings: 'access: false' })).toEqual({ 'lab-certificate': hosts['lab-certificate'] });
  });

  it('are in Secrets where the gateway runs', () => {
    for (const secret of Object.values(stack.resource['kubernetes_secret_v1'] ?? {})) {
      expect(secret).toMatchObject({ type: 'kubernetes.io/tls', metadata: { namespace: 'istio-ingress' } });
    }
  });

  it('can be checked with the certificate of one authority, which is an output', () => {
    expect(Object.keys(stack.resource['tls_self_signed_cert'] ?? {})).toHaveLength(1);
    expect(stack.output).toHaveProperty('ca_certificate.value', expect.stringMatching(/^\$\{tls_self_signed_cert\./));
  });
});
