import type { Decision } from '../access/decision';
import type { CallingPod } from '../access/pod';
import { all, any, type Answer } from '../answer';
import type { Inventory } from '../inventory/inventory';
import type { NetworkPolicy } from '../views/network-policy';
import { isAboutPeer, type Peer } from './peers';
import { type Isolation, NetworkPolicies, type NetworkRule } from './policies';
import { isAboutPort, type PodPort } from './ports';

/** What one direction says to a connection. */
interface Side {
  readonly direction: 'ingress' | 'egress';
  readonly passes: Answer;
  readonly isolation: Isolation;
}

/** What NetworkPolicies say to connections between pods. */
export class Network {
  private readonly policies: NetworkPolicies;

  constructor(private readonly inventory: Inventory) {
    this.policies = new NetworkPolicies(inventory);
  }

  /**
   * The caller's egress and the callee's ingress both have to let a connection pass. Policies see
   * addresses of pods: the Service has translated its own, and its port, before.
   * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
   */
  decide(caller: CallingPod, to: PodPort): Decision {
    const { workload } = to;
    const out = this.side('egress', this.policies.isolating(caller, 'Egress'), caller, workload, to);
    const into = this.side('ingress', this.policies.isolating(workload, 'Ingress'), workload, caller, to);
    const passes = all([out.passes, into.passes]);
    if (passes === true) {
      const names = [out, into].map(({ isolation }) => isolation.names).filter((name) => name !== '');
      return said(passes, names.length === 0 ? 'no NetworkPolicy applies' : `${names.join(' and ')} let it pass`);
    }
    const { direction, isolation } = out.passes === passes ? out : into;
    const { names, policies } = isolation;
    const [by] = policies.length === 1 ? policies : [];
    return typeof passes === 'object'
      ? said(passes, `${names}: ${passes.doubt}`)
      : said(passes, `no ${direction} rule of ${names} lets it pass at port ${to.port}/${to.protocol}`, by);
  }

  private side(direction: Side['direction'], isolation: Isolation, isolated: Peer, peer: Peer, port: PodPort): Side {
    if (isolation.policies.length === 0) {
      return { direction, isolation, passes: true };
    }
    const passes = isolated.isOnHostNetwork ? onHostNetwork : any(this.passing(isolation.rules, peer, port));
    return { direction, isolation, passes };
  }

  private *passing(rules: readonly NetworkRule[], peer: Peer, port: PodPort): Generator<Answer> {
    for (const rule of rules) {
      if (isAboutPort(rule.ports, port)) {
        yield isAboutPeer(rule, peer, this.inventory);
      }
    }
  }
}

function said(passes: Answer, because: string, by?: NetworkPolicy): Decision {
  const place = by === undefined ? {} : { by: { manifest: by.manifest, path: ['spec'] } };
  return { layer: 'network', passes, because, ...place };
}

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods */
const onHostNetwork = { doubt: 'policies may not hold for pods on the network of their node' };
