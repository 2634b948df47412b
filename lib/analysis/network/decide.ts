import type { Decision } from '../decision';
import { all, any, type Truth } from '../truth';
import type { Inventory } from '../inventory/inventory';
import type { PodPort } from '../inventory/pod-port';
import type { Manifest } from '../manifest/manifest';
import { isAboutPeer, type Peer } from './peers';
import { type Isolation, NetworkPolicies, type NetworkRule } from './policies';
import { isAboutPort } from './ports';

/** A decision of the network, and the policies that make it; none where none applies. */
export interface NetworkDecision extends Decision {
  readonly policies: readonly Manifest[];
}

/** What NetworkPolicies say to connections between pods. */
export class Network {
  private readonly policies: NetworkPolicies;
  private readonly ingressRules = new Map<PodPort, readonly NetworkRule[]>();
  private readonly noEntries = new Map<PodPort, NetworkDecision>();

  constructor(private readonly inventory: Inventory) {
    this.policies = new NetworkPolicies(inventory);
  }

  /**
   * The caller's egress and the callee's ingress both have to let a connection pass. Policies see
   * addresses of pods: the Service has translated its own, and its port, before.
   * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
   */
  decide(caller: Peer, to: PodPort): NetworkDecision {
    const into = this.policies.isolating(to.workload, 'Ingress');
    const enters = this.passes(into, this.rulesAt(to), to.workload, caller);
    if (enters === false) {
      return this.noEntry(to, into);
    }
    const out = this.policies.isolating(caller, 'Egress');
    const rules = out.rules.filter((rule) => isAboutPort(rule.ports, to));
    const leaves = this.passes(out, rules, caller, to.workload);
    if (leaves === false) {
      return said(false, `no egress rule of ${out.names} lets it pass at ${nameOf(to)}`, [out]);
    }
    const passes = all([enters, leaves]);
    const names = [out, into].map((isolation) => isolation.names).filter((name) => name !== '');
    if (typeof passes === 'object') {
      return said(passes, `${names.join(' and ')}: ${passes.doubt}`, [out, into]);
    }
    return said(true, names.length === 0 ? 'no NetworkPolicy applies' : `${names.join(' and ')} let it pass`, [
      out,
      into,
    ]);
  }

  /** Of all callers that are refused it is the same, and in a mesh nearly all of them are. */
  private noEntry(to: PodPort, into: Isolation): NetworkDecision {
    const found =
      this.noEntries.get(to) ?? said(false, `no ingress rule of ${into.names} lets it pass at ${nameOf(to)}`, [into]);
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

/** A refusal by one policy alone is a matter of that policy. */
function said(passes: Truth, because: string, isolations: readonly Isolation[]): NetworkDecision {
  const policies = isolations.flatMap((isolation) => isolation.policies.map(({ manifest }) => manifest));
  const [only, ...others] = passes === false ? policies : [];
  return {
    layer: 'network',
    passes,
    because,
    policies,
    ...(only !== undefined && others.length === 0 ? { by: { manifest: only, path: ['spec'] } } : {}),
  };
}

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods */
const onHostNetwork = { doubt: 'policies may not hold for pods on the network of their node' };
