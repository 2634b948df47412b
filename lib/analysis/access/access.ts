import { Authorization, type RuledPort } from '../authorization/authorization';
import type { PartOfRequest } from '../authorization/samples';
import { identityOf } from '../authorization/identity';
import { connectionOf } from '../transport/connection';
import { isIntercepted } from '../transport/interception';
import type { Inventory } from '../inventory/inventory';
import { Network } from '../network/decide';
import type { Decision } from '../decision';
import type { Destination } from './destination';
import type { CallingPod } from './pod';

/** Whether a caller reaches a port: always, with some requests, never, or nobody can tell from YAML. */
export type Verdict = 'allowed' | 'partly' | 'denied' | 'depends';

export interface Access {
  readonly verdict: Verdict;
  /** What the layers say that a connection gets to, in order: the first that refuses is the last. */
  readonly decisions: readonly Decision[];
  /** The requests that pass. @default - all or none, as the verdict says */
  readonly requests?: string;
}

/** Answers who may call whom. */
export class Accesses {
  private readonly network: Network;
  private readonly authorization: Authorization;

  constructor(private readonly inventory: Inventory) {
    this.network = new Network(inventory);
    this.authorization = new Authorization(inventory);
  }

  /** @param known narrows down what is asked of an HTTP port; the rest of a request may be anything */
  of(caller: CallingPod, to: Destination, known: PartOfRequest = {}): Access {
    const network = this.network.decide(caller, to);
    if (network.passes === false) {
      return { verdict: 'denied', decisions: [network] };
    }
    const { decision: transport, spoken } = connectionOf(this.inventory, caller, to);
    if (transport.passes !== true || !isIntercepted(this.inventory, to)) {
      return accessBy([network, transport]);
    }
    const { namespace, serviceAccount } = caller;
    // In plaintext the callee's proxy knows nothing of the caller.
    const identity = spoken === 'mutual TLS' ? identityOf(this.inventory.mesh, namespace, serviceAccount) : undefined;
    const { requests, ...authorization } = this.authorization.decide(to, identity, known);
    return accessBy([network, transport, authorization], requests);
  }

  /** What the policies of a gateway's own pods say to requests from outside, of whose senders it knows no identity. */
  atGateway(entrance: RuledPort, known: PartOfRequest): Access {
    const { requests, ...authorization } = this.authorization.decide(entrance, undefined, known);
    return accessBy([authorization], requests);
  }
}

/** The decision that an access comes down to: what refuses, else what is in doubt, else the last. */
export function decidingIn({ decisions }: Access): Decision | undefined {
  return (
    decisions.find(({ passes }) => passes === false) ??
    decisions.find(({ passes }) => typeof passes === 'object') ??
    decisions.at(-1)
  );
}

function accessBy(decisions: readonly Decision[], requests?: string): Access {
  const partly: Verdict = requests === undefined ? 'allowed' : 'partly';
  const isOpen = decisions.some(({ passes }) => typeof passes === 'object');
  const verdict = decisions.some(({ passes }) => passes === false) ? 'denied' : isOpen ? 'depends' : partly;
  return { verdict, decisions, ...(requests === undefined ? {} : { requests }) };
}
