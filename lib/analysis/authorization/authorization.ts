import type { Inventory } from '../inventory/inventory';
import type { PodPort } from '../inventory/pod-port';
import type { RequestAuthentication } from '../views/authentication';
import { AuthorizationPolicies } from './applying';
import { AttachedPolicies } from './attachment';
import { decide } from './decide';
import type { Identity } from './identity';
import { decideRequests, type RequestsDecision } from './requests';
import type { PartOfRequest } from './samples';

/** A port as rules see it. */
export interface RuledPort extends PodPort {
  /** Whether they see requests there, and not bytes. */
  readonly isHttp: boolean;
}

/** What AuthorizationPolicies say to connections that the sidecar of a pod has taken. */
export class Authorization {
  private readonly policies: AuthorizationPolicies;
  private readonly authentications: AttachedPolicies<RequestAuthentication>;

  constructor(inventory: Inventory) {
    this.policies = new AuthorizationPolicies(inventory);
    this.authentications = new AttachedPolicies(inventory, inventory.requestAuthentications);
  }

  /**
   * @param identity of the caller; nothing in plaintext
   * @param known of the request; the rest may be anything
   */
  decide(to: RuledPort, identity: Identity | undefined, known: PartOfRequest): RequestsDecision {
    const applied = this.policies.of(to.workload, !to.isHttp);
    const connection = { identity, port: to.port, readsTokens: this.authentications.of(to.workload).length > 0 };
    return to.isHttp ? decideRequests(applied, connection, known) : decide(applied, connection);
  }
}
