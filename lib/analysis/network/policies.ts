import type { Inventory } from '../inventory/inventory';
import { type Labels, namesOf } from '../manifest/manifest';
import { SelectorIndex } from '../inventory/selector-index';
import type { NetworkPeer, NetworkPolicy, NetworkPort } from '../views/network-policy';

export type Direction = 'Ingress' | 'Egress';

/** A pod that policies may be about. */
interface Isolated {
  readonly namespace: string;
  readonly labels: Labels;
}

/** One rule of a policy, of either direction. */
export interface NetworkRule {
  readonly policy: NetworkPolicy;
  /** Its place among those of its direction, from 0. */
  readonly index: number;
  /** Empty for everybody. */
  readonly peers: readonly NetworkPeer[];
  /** Empty for every port. */
  readonly ports: readonly NetworkPort[];
}

/** What policies say to the connections of a pod in one direction: what one rule lets pass. */
export interface Isolation {
  /** Of the policies, for the reader. */
  readonly names: string;
  readonly policies: readonly NetworkPolicy[];
  readonly rules: readonly NetworkRule[];
}

/**
 * Finds the policies that isolate a pod in a direction. A policy is about what its `policyTypes`
 * name; without them about what comes in, and about what goes out if it has a rule for that.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource
 */
export class NetworkPolicies {
  private readonly policies: SelectorIndex<NetworkPolicy>;
  private readonly found = { Ingress: new Map<Isolated, Isolation>(), Egress: new Map<Isolated, Isolation>() };

  constructor(inventory: Inventory) {
    this.policies = new SelectorIndex(inventory.networkPolicies, {
      namespaceOf: ({ manifest }) => manifest.namespace,
      selectorOf: ({ spec }) => spec.podSelector,
    });
  }

  /** Without a policy everything passes. */
  isolating(pod: Isolated, direction: Direction): Isolation {
    const found = this.found[direction].get(pod) ?? this.isolationOf(pod, direction);
    this.found[direction].set(pod, found);
    return found;
  }

  private isolationOf({ namespace, labels }: Isolated, direction: Direction): Isolation {
    const policies = this.policies.selecting(namespace, labels).filter((policy) => isAbout(policy, direction));
    const names = namesOf(policies.map(({ manifest }) => manifest));
    return { names, policies, rules: policies.flatMap((policy) => rulesOf(policy, direction)) };
  }
}

function isAbout({ spec }: NetworkPolicy, direction: Direction): boolean {
  return spec.policyTypes.length > 0
    ? spec.policyTypes.includes(direction)
    : direction === 'Ingress' || spec.egress.length > 0;
}

function rulesOf(policy: NetworkPolicy, direction: Direction): NetworkRule[] {
  return direction === 'Ingress'
    ? policy.spec.ingress.map(({ from, ports }, index) => ({ policy, index, peers: from, ports }))
    : policy.spec.egress.map(({ to, ports }, index) => ({ policy, index, peers: to, ports }));
}
