import type { CallingPod } from '../access/pod';
import type { Inventory } from '../inventory/inventory';
import { SelectorIndex } from '../inventory/selector-index';
import type { NetworkPeer, NetworkPolicy, NetworkPort } from '../views/network-policy';

export type Direction = 'Ingress' | 'Egress';

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
  private readonly found = { Ingress: new Map<string, Isolation>(), Egress: new Map<string, Isolation>() };

  constructor(inventory: Inventory) {
    this.policies = new SelectorIndex(inventory.networkPolicies, {
      namespaceOf: ({ manifest }) => manifest.namespace,
      selectorOf: ({ spec }) => spec.podSelector,
    });
  }

  /** Without a policy everything passes. */
  isolating({ namespace, labels }: Pick<CallingPod, 'namespace' | 'labels'>, direction: Direction): Isolation {
    const key = `${namespace} ${JSON.stringify(labels)}`;
    const known = this.found[direction].get(key);
    if (known !== undefined) {
      return known;
    }
    const policies = this.policies.selecting(namespace, labels).filter((policy) => isAbout(policy, direction));
    const isolation = { policies, rules: policies.flatMap((policy) => rulesOf(policy, direction)) };
    this.found[direction].set(key, isolation);
    return isolation;
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
