import { portNumbered, type Service, type ServicePort } from '../views/service';
import type { Workload } from '../views/workload';
import { qualified } from './hosts';
import type { Inventory } from './inventory';
import type { FieldPath } from '../manifest/manifest';

/** Whom a workload is told of by its environment, and so will call, in all likelihood. */
export interface Address {
  /** Fully qualified, if a Service or a ServiceEntry is known to have it. */
  readonly host: string;
  /** As written, or the one of the scheme. @default - the scheme has none that everybody uses */
  readonly port: number | undefined;
  /** Of a URL, with a leading slash, without its query; `/` if there is none. */
  readonly target: string;
  /** As written: a URL, or a host and a port. */
  readonly text: string;
  /** The name of the variable. */
  readonly variable: string;
  /** Where it stands in the object of the workload. */
  readonly path: FieldPath;
}

/** An address of a Service. */
export interface NamedService extends Pick<Address, 'text' | 'variable' | 'path'> {
  readonly service: Service;
  /** The port it is told, or the one of the scheme; nothing if the Service has no such port. */
  readonly port: ServicePort | undefined;
}

/**
 * The addresses in the environment of a workload, as far as somebody is known to have them; its own
 * is left out: that is for others to call. Environment is all that YAML has to say of this: whoever
 * reads a file or asks a directory calls others than these.
 */
export function* addressesOf(inventory: Inventory, workload: Workload): Generator<Address> {
  const own = inventory.servicesOf(workload).map(({ host }) => host);
  for (const { host: written, ...rest } of writtenAddresses(workload)) {
    const host = resolvedHost(inventory, written, workload.namespace);
    if (inventory.knowsHost(host) && !own.includes(host)) {
      yield { host, ...rest };
    }
  }
}

/** The addresses in the environment of a workload, with their hosts as written, whoever has them. */
export function* writtenAddresses(workload: Workload): Generator<Address> {
  for (const { value, ...place } of valuesOf(workload)) {
    for (const found of addressesIn(value)) {
      yield { ...place, ...found };
    }
  }
}

/** The Services in the environment of a workload. */
export function* namedServices(inventory: Inventory, workload: Workload): Generator<NamedService> {
  for (const { host, port, ...place } of addressesOf(inventory, workload)) {
    const service = inventory.serviceOf(host);
    if (service !== undefined) {
      yield { service, port: portNumbered(service, port), ...place };
    }
  }
}

/**
 * A host as a pod's resolver completes it: from its own namespace outwards.
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#namespaces-of-services
 */
export function resolvedHost(inventory: Inventory, host: string, namespace: string): string {
  const names = searched(host, namespace).map((name) => knownHost(inventory, name));
  return names.find((name) => name !== undefined) ?? qualified(host, namespace);
}

/** Who has a full name: itself, or the headless Service that the name is of a pod of, which proxies know by the Service. */
export function knownHost(inventory: Inventory, name: string): string | undefined {
  return inventory.knowsHost(name) ? name : domainsOf(name).find((domain) => inventory.serviceOf(domain)?.isHeadless);
}

/**
 * The domains that a name is in, the closest first: that of a headless Service has a name for each of its pods.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
 */
export function domainsOf(name: string): string[] {
  const labels = name.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}

/** The names that a resolver in a namespace tries for a host, in its order. */
export function searched(host: string, namespace: string): string[] {
  return [host, `${host}.${namespace}.svc.cluster.local`, `${host}.svc.cluster.local`, `${host}.cluster.local`];
}

/**
 * The values of variables, of init containers too: those that stay are sidecars, and the others call as well. What the proxy is
 * told is not what the application calls.
 */
function* valuesOf(workload: Workload): Generator<Pick<Address, 'variable' | 'path'> & { readonly value: string }> {
  for (const list of ['containers', 'initContainers'] as const) {
    for (const [index, { name: container, env }] of workload[list].entries()) {
      for (const [number, { name: variable = '', value = '' }] of container === 'istio-proxy' ? [] : env.entries()) {
        yield { value, variable, path: [...workload.podPath, 'spec', list, index, 'env', number, 'value'] };
      }
    }
  }
}

/** A word counts with a scheme of a network or a port alone: any other may be a name of anything. */
const address =
  /^(?:(?<scheme>[a-z][a-z0-9+.-]*):\/\/)?(?:[^@/?#]*@)?(?<host>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)\.?(?::(?<port>\d{1,5}))?(?<target>\/[^?#]*)?(?:[?#]|$)/i;

const usualPorts: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['ws', 80],
  ['https', 443],
  ['wss', 443],
]);

/**
 * Schemes whose URLs name somebody to connect to. Behind others stand buckets, files, images and keys.
 */
const networkSchemes: ReadonlySet<string> = new Set([
  ...['http', 'https', 'ws', 'wss', 'h2c', 'grpc', 'grpcs', 'thrift', 'tcp', 'udp', 'tls', 'ssl'],
  ...['postgres', 'postgresql', 'mysql', 'mariadb', 'sqlserver', 'mssql', 'cockroachdb', 'clickhouse'],
  ...['mongodb', 'cassandra', 'couchbase', 'elasticsearch', 'opensearch', 'neo4j', 'bolt', 'influxdb', 'etcd'],
  ...[
    'redis',
    'rediss',
    'valkey',
    'memcache',
    'memcached',
    'amqp',
    'amqps',
    'nats',
    'kafka',
    'pulsar',
    'mqtt',
    'mqtts',
  ],
  ...['ldap', 'ldaps', 'smtp', 'smtps', 'zookeeper'],
]);

/** One address or several, alone or in a list, or in JSON. */
function addressesIn(value: string): Omit<Address, 'path' | 'variable'>[] {
  return value.split(/[\s,;|"'(){}[\]<>]+/).flatMap((text) => {
    const { scheme, host, port, target = '/' } = address.exec(text)?.groups ?? {};
    const number = port === undefined ? usualPorts.get(scheme?.toLowerCase() ?? '') : Number(port);
    const isOfNetwork = scheme === undefined ? port !== undefined : networkSchemes.has(scheme.toLowerCase());
    return host !== undefined && isOfNetwork ? [{ host: host.toLowerCase(), port: number, target, text }] : [];
  });
}
