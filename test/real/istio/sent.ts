import * as z from 'zod';
import type { Message } from '../envoy/envoy-config';
import type { SentRequest } from '../../../lib/analysis/routing/sent-request';
import type { Configuration } from './configuration';

/** One of the places that requests are sent to. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly subset: string;
  /** Of all requests, from 0 to 1. */
  readonly share: number;
  /** Whether no pod is there, or no such place. */
  readonly fails: boolean;
  /** What is spoken; unknown where nobody is. */
  readonly transport?: string;
}

/** What becomes of a request, by the proxy of its client. */
export type Verdict =
  /** An answer of the proxy's own; 0 where it closes the connection. */
  | { readonly answer: number }
  | {
      readonly places: readonly Place[];
      /** As the only place gets it; nothing where there are several, or where it is encrypted. */
      readonly asked?: string | undefined;
      /** `host:port:subset`, sorted. */
      readonly mirrors: readonly string[];
      /** In milliseconds; 0 for none. */
      readonly timeout: number;
      readonly tries: { readonly attempts: number; readonly on: readonly string[]; readonly timeout: number };
    }
  /** Out of the mesh, to the address that was asked for. */
  | 'out';

const milliseconds = z
  .string()
  .default('0s')
  .transform((text) => Number(text.replace(/s$/, '')) * 1000);
const Weighted = z.object({ clusters: z.array(z.object({ name: z.string(), weight: z.number().default(0) })) });
const Action = z.looseObject({
  cluster: z.string().optional(),
  weightedClusters: Weighted.optional(),
  timeout: milliseconds,
  retryPolicy: z
    .looseObject({ retryOn: z.string().default(''), numRetries: z.number().default(1), perTryTimeout: milliseconds })
    .optional(),
  requestMirrorPolicies: z.array(z.looseObject({ cluster: z.string() })).default([]),
});

/**
 * What an action of a proxy means.
 * @param head of what it sent on
 */
export function sentBy(said: Message, head: string, configuration: Configuration): Verdict {
  const { cluster = '', weightedClusters, timeout, retryPolicy, requestMirrorPolicies } = Action.parse(said);
  if (cluster === 'PassthroughCluster') {
    return 'out';
  }
  if (cluster === 'BlackHoleCluster') {
    return { answer: 0 };
  }
  const weighted = weightedClusters?.clusters ?? [{ name: cluster, weight: 1 }];
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return {
    places: merged(
      weighted.map(({ name, weight }) => ({
        ...unlessTwice(placeOf(name, configuration), head),
        share: weight / total,
      })),
    ),
    ...(weighted.length === 1 && { asked: askedIn(head) }),
    mirrors: requestMirrorPolicies.map((policy) => nameOf(placeOf(policy.cluster, configuration))).sort(),
    timeout,
    tries:
      retryPolicy === undefined || retryPolicy.numRetries === 0
        ? { attempts: 0, on: [], timeout: 0 }
        : {
            attempts: retryPolicy.numRetries,
            on: [...new Set(retryPolicy.retryOn.split(','))].sort(),
            timeout: retryPolicy.perTryTimeout,
          },
  };
}

/** TLS within TLS is nothing that a server understands. */
function unlessTwice({ transport, ...place }: Omit<Place, 'share'>, head: string): Omit<Place, 'share'> {
  const isTwice = transport === 'TLS' && head.startsWith('\x16');
  return isTwice ? { ...place, fails: true } : { ...place, ...(transport !== undefined && { transport }) };
}

function askedIn(head: string): string | undefined {
  const [, method, target = ''] = /^([A-Z]+) (\S+) HTTP\/1\.1\r\n/.exec(head) ?? [];
  const headers = new Map<string, string>();
  for (const [, name = '', value = ''] of head.matchAll(/^([\w-]+): (.*)\r$/gm)) {
    headers.set(name, headers.has(name) ? `${headers.get(name)},${value}` : value);
  }
  const path = target.replace(/\?.*/, '');
  return method === undefined ? undefined : askedText({ method, path, host: headers.get('host') ?? '', headers });
}

/** A request as one text, with those of its headers that tests are about. */
export function askedText({ method, path = '?', host, headers }: SentRequest): string {
  const own = [...headers].filter(([name, value]) => name.startsWith('x-lab-') && value !== undefined);
  return [`${method} ${host}${path}`, ...own.map(([name, value]) => `${name}: ${value}`).sort()].join(' ');
}

/** Places that are named twice share what they get; those that get nothing are none. */
export function merged(places: readonly Place[]): Place[] {
  const byName = new Map<string, Place>();
  for (const place of places.filter(({ share }) => share > 0)) {
    const other = byName.get(nameOf(place));
    byName.set(nameOf(place), { ...place, share: place.share + (other?.share ?? 0) });
  }
  const rounded = [...byName.values()].map((place) => ({ ...place, share: Math.round(place.share * 10_000) / 10_000 }));
  return rounded.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/** A place as one text. */
export function nameOf({ host, port, subset }: Pick<Place, 'host' | 'port' | 'subset'>): string {
  return `${host}:${port}:${subset}`;
}

const LbEndpoint = z.looseObject({
  metadata: z
    .looseObject({ filterMetadata: z.looseObject({ 'envoy.transport_socket_match': z.looseObject({}).optional() }) })
    .optional(),
});
const Assignment = z.looseObject({
  clusterName: z.string().optional(),
  endpoints: z.array(z.looseObject({ lbEndpoints: z.array(LbEndpoint).default([]) })).default([]),
});
const TransportSocket = z.looseObject({ name: z.string(), typedConfig: z.looseObject({}).optional() });
const Cluster = z.looseObject({
  type: z.string().default('STATIC'),
  loadAssignment: Assignment.optional(),
  transportSocket: TransportSocket.optional(),
  transportSocketMatches: z
    .array(z.looseObject({ match: z.looseObject({}).optional(), transportSocket: TransportSocket }))
    .default([]),
});

/** `outbound|<port>|<subset>|<host>` */
function placeOf(name: string, { clusters, endpoints }: Configuration): Omit<Place, 'share'> {
  const [, port, subset = '', host = name] = name.split('|');
  const found = clusters.find((one) => one.name === name);
  if (found === undefined) {
    return { host, port: Number(port), subset, fails: true };
  }
  const cluster = Cluster.parse(found);
  const assigned = endpoints.map((one) => Assignment.parse(one)).find(({ clusterName }) => clusterName === name);
  const pods = (assigned ?? cluster.loadAssignment)?.endpoints.flatMap(({ lbEndpoints }) => lbEndpoints) ?? [];
  const fails = cluster.type !== 'ORIGINAL_DST' && pods.length === 0;
  return { host, port: Number(port), subset, fails, ...(!fails && { transport: transportTo(cluster, pods) }) };
}

/** Plaintext where pods differ. */
function transportTo(cluster: z.infer<typeof Cluster>, pods: readonly z.infer<typeof LbEndpoint>[]): string {
  if (cluster.transportSocketMatches.length === 0) {
    return spokenBy(cluster.transportSocket);
  }
  const spoken = pods.map(({ metadata }) => {
    const wanted = metadata?.filterMetadata['envoy.transport_socket_match'] ?? {};
    const match = cluster.transportSocketMatches.find(({ match: labels = {} }) =>
      Object.entries(labels).every(([key, value]) => wanted[key] === value),
    );
    return spokenBy(match?.transportSocket);
  });
  const [first = 'plaintext'] = spoken;
  return spoken.every((one) => one === first) ? first : 'plaintext';
}

function spokenBy(socket: z.infer<typeof TransportSocket> | undefined): string {
  if (socket === undefined || socket.name === 'envoy.transport_sockets.raw_buffer') {
    return 'plaintext';
  }
  return JSON.stringify(socket).includes('"tlsCertificateSdsSecretConfigs":[{"name":"default"') ? 'mutual TLS' : 'TLS';
}
