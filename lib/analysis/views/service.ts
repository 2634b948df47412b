import type { z } from 'zod';
import type { Labels, Manifest } from '../inventory/manifest';
import { item, list, number, scalarLabels, text, word, words } from './lenient';

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

/** What Istio takes the traffic of a port for. */
export type Protocol =
  'http' | 'http2' | 'grpc' | 'grpc-web' | 'https' | 'tls' | 'tcp' | 'udp' | 'mongo' | 'mysql' | 'redis';

const known: ReadonlyMap<string, Protocol> = new Map([
  ...(['http', 'http2', 'grpc', 'grpc-web', 'https', 'tls', 'tcp', 'udp', 'mongo', 'mysql', 'redis'] as const).map(
    (name) => [name, name] as const,
  ),
  ['kubernetes.io/h2c', 'http2'],
  ['kubernetes.io/ws', 'http'],
  ['kubernetes.io/wss', 'https'],
]);

/**
 * The protocol of a port: `appProtocol` goes before the name, the name's first word counts. Nothing
 * if neither says one: then the proxy finds out connection by connection.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export function protocolOf({ name = '', appProtocol, protocol }: ServicePort): Protocol | undefined {
  if (protocol === 'UDP') {
    return 'udp';
  }
  const declared = appProtocol === undefined ? undefined : known.get(appProtocol.toLowerCase());
  const prefix = /^grpc-web(-|$)/i.test(name) ? 'grpc-web' : (name.split('-')[0] ?? '').toLowerCase();
  return declared ?? known.get(prefix);
}

const httpProtocols: readonly (Protocol | undefined)[] = ['http', 'http2', 'grpc', 'grpc-web'];

/** Whether routes and rules of HTTP apply to a port; where nobody says, the proxy finds out. */
export function speaksHttp(port: ServicePort): boolean {
  const protocol = protocolOf(port);
  return protocol === undefined || httpProtocols.includes(protocol);
}
