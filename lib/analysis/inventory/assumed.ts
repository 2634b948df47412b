import { workloadView } from '../views/workload';
import { type DeployedGateway, deployedGateways } from './deployed-gateways';
import { objectsOfFlagger } from './flagger';
import type { Manifest } from '../manifest/manifest';
import { injectedNamespaces } from './injected-namespaces';
import type { DocumentText } from '../manifest/document';
import { manifestsOf } from '../manifest/objects';

/**
 * What a cluster with Istio has and the YAML of an application does not show: the pods of the
 * platform, their accounts and Services, and what controllers make of other objects. Analysis takes them for granted unless the files say
 * otherwise, and never reports a finding on them.
 */
export function assumedManifests(written: readonly Manifest[]): readonly Manifest[] {
  const isNamed = namespacesNamedIn(written);
  const gateways = ['istio-ingress', 'istio-gateway'].find(isNamed) ?? 'istio-system';
  const addOns = ['observability', 'monitoring'].find(isNamed) ?? 'istio-system';
  const known = new Set(written.map(identity));
  const roles = new Set(written.map((manifest) => workloadView(manifest)?.labels['istio']));
  const assumed = [
    ...platformManifests({
      gateways,
      addOns,
      deployed: deployedGateways(written),
      injected: injectedNamespaces(written),
    }),
    ...manifestsOf(objectsOfFlagger(written), assumedDocument),
  ];
  return assumed.filter((manifest) => !known.has(identity(manifest)) && !roles.has(manifest.labels['istio'] ?? ''));
}

/** What differs from platform to platform. */
interface Platform {
  /** The namespace of gateways. */
  readonly gateways: string;
  /** The namespace of add-ons. */
  readonly addOns: string;
  readonly deployed: readonly DeployedGateway[];
  readonly injected: readonly string[];
}

const platforms = new Map<string, readonly Manifest[]>();

/** Made once for each platform, of which there are few. */
function platformManifests(platform: Platform): readonly Manifest[] {
  const key = JSON.stringify(platform);
  const found = platforms.get(key) ?? manifestsOf(platformObjects(platform), assumedDocument);
  platforms.set(key, found);
  return found;
}

/** Nobody wrote it. */
const assumedDocument: DocumentText = { file: { name: '(taken for granted)', text: '' }, firstLine: 1, text: '' };

export function isAssumed({ origin }: Manifest): boolean {
  return origin.document === assumedDocument;
}

/** Whether it is one of the add-ons, without which a cluster may be. */
export function isAssumedAddOn(manifest: Manifest): boolean {
  return isAssumed(manifest) && manifest.labels['sidecar.istio.io/inject'] === 'false';
}

/** Whether a namespace stands in the files by its whole name. */
function namespacesNamedIn(written: readonly Manifest[]): (namespace: string) => boolean {
  const files = new Set(written.map(({ origin }) => origin.document.file));
  return (namespace) => {
    const name = new RegExp(`(?<![\\w-])${namespace}(?![\\w-])`);
    return [...files].some(({ text }) => name.test(text));
  };
}

function identity({ kind, namespace, name }: Manifest): string {
  return `${kind} ${namespace}/${name}`;
}

/**
 * As `istioctl install` and the charts of Istio and of the add-ons label them.
 * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
function platformObjects({ gateways, addOns, deployed, injected }: Platform): object[] {
  const namespaces = new Set(['default', 'kube-system', 'istio-system', gateways, addOns, ...injected]);
  return [
    ...[...namespaces].map((name) => namespace(name, injected.includes(name) ? { 'istio-injection': 'enabled' } : {})),
    ...gatewayRoles.flatMap((role) => gateway(gateways, role)),
    ...deployed.flatMap(({ namespace, name, labels, ports }) => app(namespace, name, labels, ports)),
    ...app('istio-system', 'istiod', { app: 'istiod', istio: 'pilot' }, [
      ['grpc-xds', 15010],
      ['https-dns', 15012],
      ['https-webhook', 443],
      ['http-monitoring', 15014],
    ]),
    ...app('kube-system', 'kube-dns', { 'k8s-app': 'kube-dns' }, [['dns-tcp', 53]]),
    ...addOn(addOns, 'prometheus', [['http', 9090]]),
    ...addOn(addOns, 'grafana', [['http', 3000]]),
    ...addOn(addOns, 'kiali', [['http', 20001]]),
    ...addOn(addOns, 'jaeger', [
      ['http-query', 16686],
      ['grpc-otlp', 4317],
      ['http-otlp', 4318],
      ['http-zipkin', 9411],
    ]),
  ];
}

/** As `istioctl` calls gateways, and as charts do that are released as `istio-ingress` and the like. */
const gatewayRoles: readonly string[] = [
  'ingressgateway',
  'egressgateway',
  'eastwestgateway',
  'ingress',
  'egress',
  'gateway',
];

function namespace(name: string, labels: Readonly<Record<string, string>>): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** A proxy of its own: it is of the mesh and has an identity, by either of two names. */
function gateway(namespace: string, role: string): object[] {
  const name = `istio-${role}`;
  const labels = { app: name, istio: role, 'sidecar.istio.io/inject': 'true' };
  return [
    ...app(namespace, name, labels, [
      ['http2', 80],
      ['https', 443],
    ]),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: `${name}-service-account`, namespace } },
  ];
}

function addOn(namespace: string, name: string, ports: readonly (readonly [string, number])[]): object[] {
  const labels = {
    app: name,
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': name,
    'sidecar.istio.io/inject': 'false',
  };
  return app(namespace, name, labels, ports);
}

function app(
  namespace: string,
  name: string,
  labels: Readonly<Record<string, string>>,
  ports: readonly (readonly [string, number])[],
): object[] {
  const metadata = { name, namespace, labels };
  const selector = Object.fromEntries(Object.entries(labels).filter(([key]) => key !== 'sidecar.istio.io/inject'));
  const containers = [{ name, ports: ports.map(([, containerPort]) => ({ containerPort })) }];
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector, ports: ports.map(([name, port]) => ({ name, port })) },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        selector: { matchLabels: selector },
        template: { metadata: { labels }, spec: { serviceAccountName: name, containers } },
      },
    },
  ];
}
