import type { Decision } from '../decision';
import { all, any, type Truth } from '../truth';
import type { Inventory } from '../inventory/inventory';
import type { PodPort } from '../inventory/pod-port';
import { isAboutPeer, type Peer } from './peers';
import { type Isolation, NetworkPolicies, type NetworkRule } from './policies';
import { isAboutPort } from './ports';

/** What NetworkPolicies say to connections between pods. */
export class Network {
  private readonly policies: NetworkPolicies;
  private readonly ingressRules = new Map<PodPort, readonly NetworkRule[]>();
  private readonly noEntries = new Map<PodPort, Decision>();

  constructor(private readonly inventory: Inventory) {
    this.policies = new NetworkPolicies(inventory);
  }

  /**
   * The caller's egress and the callee's ingress both have to let a connection pass. Policies see
   * addresses of pods: the Service has translated its own, and its port, before.
   * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
   */
  decide(caller: Peer, to: PodPort): Decision {
    const into = this.policies.isolating(to.workload, 'Ingress');
    const enters = this.passes(into, this.rulesAt(to), to.workload, caller);
    if (enters === false) {
      return this.noEntry(to, into);
    }
    const out = this.policies.isolating(caller, 'Egress');
    const rules = out.rules.filter((rule) => isAboutPort(rule.ports, to));
    const leaves = this.passes(out, rules, caller, to.workload);
    if (leaves === false) {
      return said(false, `no egress rule of ${out.names} lets it pass at ${nameOf(to)}`, out);
    }
    const passes = all([enters, leaves]);
    const names = [out, into].map((isolation) => isolation.names).filter((name) => name !== '');
    if (typeof passes === 'object') {
      return said(passes, `${names.join(' and ')}: ${passes.doubt}`);
    }
    return said(true, names.length === 0 ? 'no NetworkPolicy applies' : `${names.join(' and ')} let it pass`);
  }

  /** Of all callers that are refused it is the same, and in a mesh nearly all of them are. */
  private noEntry(to: PodPort, into: Isolation): Decision {
    const found =
      this.noEntries.get(to) ?? said(false, `no ingress rule of ${into.names} lets it pass at ${nameOf(to)}`, into);
    this.noEntries.set(to, found);
    return found;
  }

  /** Of all callers they are the same. */
  private rulesAt(to: PodPort): readonly NetworkRule[] {
    const { rules } = this.policies.isolating(to.workload, 'Ingress');
    const found = this.ingressRules.get(to) ?? rules.filter((rule) => isAboutPort(rule.ports, to));
    this.ingressRules.set(to, found);
    return found;
  }

  private passes({ policies }: Isolation, rules: readonly NetworkRule[], isolated: Peer, peer: Peer): Truth {
    if (policies.length === 0) {
      return true;
    }
    return isolated.isOnHostNetwork ? onHostNetwork : any(rules.map((rule) => isAboutPeer(rule, peer, this.inventory)));
  }
}

function nameOf({ port, protocol }: PodPort): string {
  return `port ${port}/${protocol}`;
}

/** @param isolation where one policy decides alone */
function said(passes: Truth, because: string, isolation?: Isolation): Decision {
  const [policy, ...others] = isolation?.policies ?? [];
  const isAlone = policy !== undefined && others.length === 0;
  return {
    layer: 'network',
    passes,
    because,
    ...(isAlone ? { by: { manifest: policy.manifest, path: ['spec'] } } : {}),
  };
}

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods */
const onHostNetwork = { doubt: 'policies may not hold for pods on the network of their node' };
