import type * as z from 'zod';
import type { Labels, Manifest } from '../manifest/manifest';
import { item, list, number, scalarLabels, text, word, words } from '../manifest/lenient';

const port = item({ name: text, port: number, targetPort: word, nodePort: number, protocol: text, appProtocol: text });
const spec = item({
  type: text,
  clusterIP: text,
  externalName: text,
  selector: scalarLabels,
  ports: list(port),
  externalTrafficPolicy: text,
});

/** A Service of Kubernetes. */
export interface Service {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly name: string;
  /** `<name>.<namespace>.svc.cluster.local` */
  readonly host: string;
  readonly type: string;
  readonly isHeadless: boolean;
  readonly externalName?: string | undefined;
  /** Empty: the Service selects no pods, somebody else writes its endpoints. */
  readonly selector: Labels;
  readonly ports: readonly ServicePort[];
  /** Namespaces that may see it; empty for all. @see https://istio.io/latest/docs/reference/config/annotations/#NetworkingExportTo */
  readonly exportTo: readonly string[];
}

export type ServicePort = z.output<typeof port>;

const seen = new WeakMap<Manifest, Service>();

/** @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
export function serviceView(manifest: Manifest): Service {
  const found = seen.get(manifest) ?? read(manifest);
  seen.set(manifest, found);
  return found;
}

function read(manifest: Manifest): Service {
  const { namespace, name, annotations, content } = manifest;
  const { type = 'ClusterIP', clusterIP, externalName, selector, ports } = spec.parse(content['spec']);
  const exportTo = annotations['networking.istio.io/exportTo']?.split(',').map((entry) => entry.trim()) ?? [];
  return {
    manifest,
    namespace,
    name,
    host: `${name}.${namespace}.svc.cluster.local`,
    type,
    isHeadless: clusterIP === 'None',
    externalName,
    selector,
    ports,
    exportTo: words.parse(exportTo),
  };
}

/** A port by its number: one number may be that of TCP and of UDP, and proxies see TCP alone. */
export function portNumbered({ ports }: Pick<Service, 'ports'>, number: number | undefined): ServicePort | undefined {
  const found = ports.filter(({ port: own }) => own === number);
  return found.find(isSeenByProxies) ?? found[0];
}

/** Whether proxies carry what a port is for. */
export function isSeenByProxies({ protocol = 'TCP' }: Pick<ServicePort, 'protocol'>): boolean {
  return protocol === 'TCP';
}

const protocols = [
  'http',
  'http_proxy',
  'http2',
  'grpc',
  'grpc-web',
  'https',
  'tls',
  'tcp',
  'udp',
  'mongo',
  'mysql',
  'redis',
] as const;

/** What Istio takes the traffic of a port for. */
export type Protocol = (typeof protocols)[number];

const known: ReadonlyMap<string, Protocol> = new Map(protocols.map((name) => [name, name]));

/** @see https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol */
const ofKubernetes: ReadonlyMap<string, Protocol> = new Map([
  ['kubernetes.io/h2c', 'http2'],
  ['kubernetes.io/ws', 'http'],
  ['kubernetes.io/wss', 'https'],
]);

/** Ports where the server speaks first: the proxy never waits there for what the client has to say. */
const serverFirst: readonly (number | undefined)[] = [25, 53, 3306, 27017];

/**
 * The protocol of a port: what `appProtocol` or else the name says, its first word at least; one that
 * nobody knows hides the name all the same. Nothing if neither says one: then the proxy finds out
 * connection by connection, but for a few numbers of ports.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 * @see https://github.com/istio/istio/blob/release-1.30/pkg/config/kube/conversion.go ConvertProtocol
 */
export function protocolOf({ name = '', appProtocol, protocol, port: number }: ServicePort): Protocol | undefined {
  if (protocol === 'UDP') {
    return 'udp';
  }
  const said = appProtocol ?? name;
  const word = /^grpc-web/i.test(said) ? 'grpc-web' : (said.split('-')[0] ?? '').toLowerCase();
  const declared = ofKubernetes.get(appProtocol ?? '') ?? known.get(word);
  return declared ?? (serverFirst.includes(number) ? 'tcp' : undefined);
}

/** What proxies look at of the traffic of a port; `any` where nobody says, and they find out connection by connection. */
export type Traffic = 'http' | 'tls' | 'tcp' | 'any';

const httpProtocols: readonly string[] = ['http', 'http_proxy', 'http2', 'grpc', 'grpc-web'];
const tlsProtocols: readonly string[] = ['https', 'tls'];

/** @param protocol in lower case, if one is declared */
export function trafficOf(protocol: string | undefined): Traffic {
  if (protocol === undefined) {
    return 'any';
  }
  return httpProtocols.includes(protocol) ? 'http' : tlsProtocols.includes(protocol) ? 'tls' : 'tcp';
}

/** Whether routes and rules of HTTP apply to traffic. */
export function isHttpTraffic(traffic: Traffic): boolean {
  return traffic === 'http' || traffic === 'any';
}

/** Whether routes and rules of HTTP apply to a port; where nobody says, the proxy finds out. */
export function speaksHttp(port: ServicePort): boolean {
  return isHttpTraffic(trafficOf(protocolOf(port)));
}
