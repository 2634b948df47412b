import * as z from 'zod';
import { edgeNames, type PodEdge, somebody } from './edges';
import { infrastructure, strangers, strays } from './infrastructure';
import { type Inventory, type Pod, withOwnName } from './inventory';
import { allOf, Metadata } from './objects';
import { Selector, selects } from './selector';

const Peer = z.strictObject({
  podSelector: Selector.optional(),
  namespaceSelector: Selector.optional(),
  ipBlock: z.strictObject({ cidr: z.string(), except: z.array(z.string()).default([]) }).optional(),
});
const Ports = z.array(z.strictObject({ port: z.number(), protocol: z.enum(['TCP', 'UDP']).default('TCP') })).optional();
const Ingress = z.strictObject({ from: z.array(Peer).optional(), ports: Ports });
const Egress = z.strictObject({ to: z.array(Peer).optional(), ports: Ports });
const Policy = z.object({
  metadata: Metadata,
  spec: z.strictObject({
    podSelector: Selector,
    policyTypes: z.array(z.enum(['Ingress', 'Egress'])),
    ingress: z.array(Ingress).default([]),
    egress: z.array(Egress).default([]),
  }),
});
type Policy = z.infer<typeof Policy>;
type Peer = z.infer<typeof Peer>;

/** A rule of either direction. */
interface Rule {
  /** @default - everybody */
  readonly peers: readonly Peer[] | undefined;
  readonly ports: z.infer<typeof Ports>;
}

/** Whom a pod may reach, or who may reach it, at which ports; `open` if no policy says anything. */
type Reach = 'open' | ReadonlyMap<Pod, ReadonlySet<string>>;
type Reaches = ReadonlyMap<Pod, Reach>;

const everyPort = '*';
const internet = somebody('internet');

/**
 * Who may connect to whom, according to NetworkPolicies: what the caller's egress and the callee's
 * ingress both allow, pod by pod. Between two pods of which neither is rendered nothing is asked.
 */
export function networkEdges(inventory: Inventory): string[] {
  const cluster = new Cluster(inventory);
  const outwards = cluster.reaches('Egress');
  const inwards = cluster.reaches('Ingress');
  const edges = [
    ...entriesOf(outwards).map(({ pod, peer, ports }) => {
      return { from: pod, to: peer, ports: both(ports, portsTo(inwards.get(peer), pod)) };
    }),
    ...entriesOf(inwards)
      .filter(({ peer }) => outwards.get(peer) === 'open')
      .map(({ pod, peer, ports }) => ({ from: peer, to: pod, ports })),
  ];
  const all = [...edges, ...openEnds(cluster, inwards, outwards)].flatMap(({ from, to, ports }): PodEdge[] =>
    [...ports].map((port) => ({ from, to, port })),
  );
  return edgeNames(
    all.filter(({ from, to }) => from !== to),
    cluster.everybody,
  );
}

/** Pods of the mesh that no policy closes: anybody may connect to them, or they to anybody. */
function openEnds({ closed }: Cluster, inwards: Reaches, outwards: Reaches) {
  const anybody = somebody('anybody');
  const ports = new Set([everyPort]);
  return closed.flatMap((pod) => [
    ...(inwards.get(pod) === 'open' ? [{ from: anybody, to: pod, ports }] : []),
    ...(outwards.get(pod) === 'open' ? [{ from: pod, to: anybody, ports }] : []),
  ]);
}

/** Everything that policies say about single pairs. */
function entriesOf(reaches: Reaches) {
  return [...reaches].flatMap(([pod, reach]) =>
    reach === 'open' ? [] : [...reach].map(([peer, ports]) => ({ pod, peer, ports })),
  );
}

class Cluster {
  readonly everybody: readonly Pod[];
  /** Those that a policy shall close. */
  readonly closed: readonly Pod[];
  readonly #policies: ReadonlyMap<string, Policy[]>;
  readonly #namespaces: Inventory['namespaces'];

  constructor(inventory: Inventory) {
    const undeclared = strays(inventory);
    this.closed = [...inventory.pods, ...undeclared];
    this.everybody = [...this.closed, ...infrastructure, ...strangers(inventory), internet];
    this.#namespaces = inventory.namespaces;
    const policies = new Map<string, Policy[]>();
    for (const policy of allOf(inventory.objects, 'NetworkPolicy', Policy)) {
      const { namespace } = policy.metadata;
      policies.set(namespace, [...(policies.get(namespace) ?? []), policy]);
    }
    this.#policies = policies;
  }

  reaches(direction: 'Ingress' | 'Egress'): Map<Pod, Reach> {
    return new Map(this.everybody.map((pod) => [pod, this.#reachOf(pod, direction)]));
  }

  #reachOf(pod: Pod, direction: 'Ingress' | 'Egress'): Reach {
    const applying = (this.#policies.get(pod.namespace) ?? []).filter(
      ({ spec }) => spec.policyTypes.includes(direction) && selects(spec.podSelector.matchLabels, pod.labels),
    );
    if (applying.length === 0) {
      return 'open';
    }
    const reach = new Map<Pod, Set<string>>();
    for (const { peers, ports } of applying.flatMap((policy) => rulesOf(policy, direction))) {
      const names = ports?.map(({ port, protocol }) => (protocol === 'TCP' ? String(port) : `${port}/${protocol}`));
      for (const peer of this.#podsOf(peers, pod.namespace)) {
        reach.set(peer, new Set([...(reach.get(peer) ?? []), ...(names ?? [everyPort])]));
      }
    }
    return reach;
  }

  #podsOf(peers: readonly Peer[] | undefined, ownNamespace: string): Pod[] {
    return peers === undefined
      ? [...this.everybody]
      : this.everybody.filter((pod) => peers.some((peer) => this.#isPeer(pod, peer, ownNamespace)));
  }

  #isPeer(pod: Pod, { ipBlock, namespaceSelector, podSelector }: Peer, ownNamespace: string): boolean {
    if (ipBlock !== undefined) {
      return pod === internet || !isOutside(ipBlock);
    }
    const labels = this.#namespaces.get(pod.namespace) ?? withOwnName(pod.namespace);
    const isThere =
      namespaceSelector === undefined ? pod.namespace === ownNamespace : selects(namespaceSelector.matchLabels, labels);
    return pod !== internet && isThere && selects(podSelector?.matchLabels ?? {}, pod.labels);
  }
}

/** Whether a range of addresses leaves out those of pods, Services and nodes. */
function isOutside({ except }: { readonly except: readonly string[] }): boolean {
  return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].every((range) => except.includes(range));
}

function rulesOf({ spec }: Policy, direction: 'Ingress' | 'Egress'): Rule[] {
  return direction === 'Ingress'
    ? spec.ingress.map(({ from, ports }) => ({ peers: from, ports }))
    : spec.egress.map(({ to, ports }) => ({ peers: to, ports }));
}

function portsTo(reach: Reach | undefined, peer: Pod): ReadonlySet<string> {
  return reach === 'open' ? new Set([everyPort]) : (reach?.get(peer) ?? new Set());
}

function both(out: ReadonlySet<string>, into: ReadonlySet<string>): ReadonlySet<string> {
  if (out.has(everyPort)) {
    return into;
  }
  return into.has(everyPort) ? out : new Set([...out].filter((port) => into.has(port)));
}
