import type { Destination } from '../access/destination';
import type { Identity } from '../access/pod';
import type { Inventory } from '../inventory/inventory';
import { SelectorIndex } from '../inventory/selector-index';
import type { RequestAuthentication } from '../views/authentication';
import type { Workload } from '../views/workload';
import { AuthorizationPolicies } from './applying';
import { decide } from './decide';
import { decideRequests, type RequestsDecision } from './requests';
import type { PartOfRequest } from './samples';

/** What AuthorizationPolicies say to connections that the sidecar of a pod has taken. */
export class Authorization {
  private readonly policies: AuthorizationPolicies;
  private readonly tokens: SelectorIndex<RequestAuthentication>;
  private readonly rootNamespace: string;

  constructor(inventory: Inventory) {
    this.policies = new AuthorizationPolicies(inventory);
    this.rootNamespace = inventory.mesh.rootNamespace;
    this.tokens = new SelectorIndex(inventory.requestAuthentications, {
      namespaceOf: ({ manifest }) => manifest.namespace,
      selectorOf: ({ spec }) => spec.selector,
    });
  }

  /**
   * @param identity of the caller; nothing in plaintext
   * @param known of the request; the rest may be anything
   */
  decide(to: Destination, identity: Identity | undefined, known: PartOfRequest): RequestsDecision {
    const applied = this.policies.of(to.workload, !to.isHttp);
    const connection = { identity, port: to.port, readsTokens: this.readsTokens(to.workload) };
    return to.isHttp ? decideRequests(applied, connection, known) : decide(applied, connection);
  }

  /** @see https://istio.io/latest/docs/reference/config/security/request_authentication/ */
  private readsTokens({ namespace, labels }: Workload): boolean {
    return [this.rootNamespace, namespace].some((owner) => this.tokens.selecting(owner, labels).length > 0);
  }
}
