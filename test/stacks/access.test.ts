import { addOnServices } from '../../lib/platform/add-on-access';
import { named, objectsIn, ofKind, waveOf } from '../support/kube-objects';
import { renderYaml } from './rendered';
import { stackOf, valuesOf } from './terraform-json';

const objects = objectsIn(renderYaml());
const addOns = [
  ['grafana', 3000],
  ['prometheus', 9090],
  ['jaeger', 16686],
  ['kiali', 20001],
] as const;
const hosts = addOns.map(([name]) => `${name}.localhost`);

function offerOf(name: string) {
  const offer = addOnServices([]).find((service) => service.name === name)?.offer;
  if (offer === undefined) {
    throw new Error(`${name} offers everything`);
  }
  return offer;
}

describe('the gateway', () => {
  it('serves the hosts of the add-ons on 80 and 443, with a certificate of their own', () => {
    expect(named('Gateway', 'add-ons-gateway', objects)).toMatchObject({
      metadata: { namespace: 'istio-ingress' },
      spec: {
        selector: { istio: 'ingressgateway' },
        servers: [
          { hosts, port: { number: 80 } },
          { hosts, port: { number: 443 }, tls: { credentialName: 'add-ons-certificate' } },
        ],
      },
    });
  });

  it('redirects to https where it does so for the application', () => {
    const asked = objectsIn(renderYaml({ settings: 'httpsRedirect: true' }));
    expect(named('Gateway', 'add-ons-gateway', asked)).toMatchObject({
      spec: { servers: [{ port: { number: 80 }, tls: { httpsRedirect: true } }, { port: { number: 443 } }] },
    });
  });

  it.each(addOns)('leads from the host of %s to its port %s, and tells no other proxy', (name, number) => {
    const destination = { host: `${name}.observability.svc.cluster.local`, port: { number } };
    expect(named('VirtualService', `${name}-vs`, objects)).toMatchObject({
      metadata: { namespace: 'istio-ingress' },
      spec: {
        hosts: [`${name}.localhost`],
        gateways: ['add-ons-gateway'],
        exportTo: ['.'],
        http: [{ route: [{ destination }], retries: { attempts: 0 } }],
      },
    });
  });

  it('refuses all that Prometheus does not offer, with the port in the host or without, before it leads there', () => {
    const policy = named('AuthorizationPolicy', 'prometheus-operations', objects);
    const { read, query } = offerOf('prometheus');
    const safe = ['GET', 'HEAD'];
    expect(policy['spec']).toEqual({
      selector: { matchLabels: { istio: 'ingressgateway' } },
      action: 'DENY',
      rules: [
        {
          to: [{ notPaths: read }, { notMethods: safe, notPaths: query }, { notMethods: [...safe, 'POST'] }].map(
            (operation) => ({
              operation: {
                hosts: ['prometheus.localhost', 'prometheus.localhost:*'],
                ports: ['80', '443'],
                ...operation,
              },
            }),
          ),
        },
      ],
    });
    expect(waveOf(policy)).toBeLessThan(waveOf(named('VirtualService', 'prometheus-vs', objects)));
  });
});

describe('Prometheus', () => {
  it('takes new rules from its files, and no orders', () => {
    const values = valuesOf('prometheus', stackOf('observability'));
    expect(values).toMatchObject({
      server: { extraFlags: [], extraArgs: { 'enable-feature': 'auto-reload-config' } },
      configmapReload: { prometheus: { enabled: false } },
    });
    expect(JSON.stringify(values)).not.toMatch(/web\.enable-(lifecycle|admin-api)/);
  });
});

describe('the namespace of the add-ons', () => {
  it('is made by Terraform, and keeps pods from being more than the add-ons are', () => {
    const made = Object.values(stackOf('observability').resource['kubernetes_namespace_v1'] ?? {});
    expect(made.map(({ metadata }) => metadata)).toEqual([
      {
        name: 'observability',
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' },
      },
    ]);
  });

  it.each(addOns)('lets the gateway connect to %s at port %s, and closes no way out', (name, port) => {
    const policy = named('NetworkPolicy', name, objects);
    const gateway = {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-ingress' } },
      podSelector: { matchLabels: { istio: 'ingressgateway' } },
    };
    const ingress: unknown = expect.arrayContaining([{ from: [gateway], ports: [{ port, protocol: 'TCP' }] }]);
    expect(policy).toMatchObject({
      metadata: { namespace: 'observability' },
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': name } },
        policyTypes: ['Ingress'],
        ingress,
      },
    });
  });
});

describe.each([
  ['switched off', 'access: false'],
  ['on an existing cluster', 'target: existing\ncluster: { context: team }'],
])('access %s', (_, settings) => {
  const without = renderYaml({ settings });

  it('leaves no trace in the YAML', () => {
    expect(without.map(({ name }) => name)).toEqual([
      '0000-istio-system.k8s.yaml',
      '0001-ml.k8s.yaml',
      '0002-backend.k8s.yaml',
      '0003-frontend.k8s.yaml',
    ]);
    expect(JSON.stringify(without)).not.toMatch(/grafana|kiali|add-ons/);
  });

  it('changes nothing else', () => {
    const files = new Set(without.map(({ name }) => name));
    expect(without).toEqual(renderYaml().filter(({ name }) => files.has(name)));
    expect(ofKind('Gateway', objectsIn(without)).map(({ metadata }) => metadata.name)).toEqual(['frontend-gateway']);
  });
});
