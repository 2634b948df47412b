import type { Decision } from '../access/decision';
import type { CallingPod } from '../access/pod';
import { all, any, type Answer } from '../answer';
import type { Inventory } from '../inventory/inventory';
import { namesOf } from '../inventory/manifest';
import type { NetworkPolicy } from '../views/network-policy';
import { isAboutPeer, type Peer } from './peers';
import { type Direction, NetworkPolicies } from './policies';
import { isAboutPort, type PodPort } from './ports';

/** What one direction says to a connection. */
interface Side {
  readonly direction: Direction;
  readonly passes: Answer;
  readonly policies: readonly NetworkPolicy[];
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
    const sides = [this.side('Egress', caller, to.workload, to), this.side('Ingress', to.workload, caller, to)];
    const passes = all(sides.map((side) => side.passes));
    const refusing = sides.find((side) => side.passes !== true && side.passes === passes);
    const policies = refusing?.policies ?? sides.flatMap((side) => side.policies);
    const [by, ...others] = refusing?.policies ?? [];
    return {
      layer: 'network',
      passes,
      because: reason(passes, refusing?.direction, policies, to),
      ...(by === undefined || others.length > 0 ? {} : { by: { manifest: by.manifest, path: ['spec'] } }),
    };
  }

  private side(direction: Direction, isolated: Peer, peer: Peer, port: PodPort): Side {
    const { policies, rules } = this.policies.isolating(isolated, direction);
    if (policies.length === 0) {
      return { direction, passes: true, policies };
    }
    const passes = any(
      rules.map((rule): Answer => isAboutPort(rule.ports, port) && isAboutPeer(rule, peer, this.inventory)),
    );
    return { direction, passes: isolated.isOnHostNetwork ? onHostNetwork : passes, policies };
  }
}

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods */
const onHostNetwork = { doubt: 'policies may not hold for pods on the network of their node' };

function reason(
  passes: Answer,
  direction: Direction | undefined,
  policies: readonly NetworkPolicy[],
  { port, protocol }: PodPort,
): string {
  const names = namesOf(policies.map(({ manifest }) => manifest));
  if (typeof passes === 'object') {
    return `${names}: ${passes.doubt}`;
  }
  if (passes) {
    return names === '' ? 'no NetworkPolicy applies' : `${names} lets it pass`;
  }
  return `no ${direction?.toLowerCase() ?? ''} rule of ${names} lets it pass at port ${port}/${protocol}`;
}
