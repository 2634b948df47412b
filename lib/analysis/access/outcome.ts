import type { PartOfRequest } from '../authorization/samples';
import type { Inventory } from '../inventory/inventory';
import type { Failure } from '../routing/destination';
import { route } from '../routing/route';
import { type Branch, refusedBy, type Routing } from '../routing/routing';
import { normalizedPath } from '../routing/path';
import type { Client, Request } from '../routing/request';
import { sentAsIs } from '../routing/sent-request';
import type { Workload } from '../views/workload';
import { type Access, Accesses, decidingIn } from './access';
import { destinationsAt } from './destination';
import { callingPod } from './pod';

/** Whether the pods of a workload let a request in. */
export interface Admission {
  readonly workload: Workload;
  readonly access: Access;
  /** Why it fails here. @default - it does not, as far as anybody can tell */
  readonly failure?: Failure;
  /** Whether the pods refuse this request, and let others of the same caller in. @default false */
  readonly takesOthers?: boolean;
}

/** One of the places a request may go to, and what its pods say. */
export interface Delivery extends Branch {
  /** Of each workload; none where nothing arrives, and outside of the cluster. */
  readonly admissions: readonly Admission[];
}

/** What becomes of a request: where it goes, whether it is let in, and what fails. */
export interface Outcome extends Routing {
  readonly branches: readonly Delivery[];
  /** The first reason for which some of the requests, or all, get no good answer. */
  readonly failure?: Failure | undefined;
}

/** Answers what becomes of requests, for a single one as for those of tables and plans. */
export class Outcomes {
  private readonly accesses: Accesses;

  constructor(private readonly inventory: Inventory) {
    this.accesses = new Accesses(inventory);
  }

  of(client: Client, asked: Request): Outcome {
    const request = { ...asked, path: this.normalized(asked.path) };
    const routing = route(this.inventory, client, request);
    const refusal = this.refusalAtGateway(client, request, routing);
    if (refusal !== undefined) {
      return { ...refusedBy(refusal), branches: [], failure: refusal };
    }
    const branches = routing.branches.map((branch): Delivery => {
      const admissions = this.admissionsOf(client, branch);
      return { ...branch, admissions, failure: branch.failure ?? brokenIn(admissions) };
    });
    return { ...routing, branches, failure: failureOf(routing.direct, branches) };
  }

  /** A gateway asks its own policies before it looks for a route. */
  private refusalAtGateway(client: Client, request: Request, { entrance }: Routing): Failure | undefined {
    if (entrance === undefined) {
      return undefined;
    }
    const at = { ...entrance, workload: client.workload, protocol: 'TCP' };
    const { failure } = refusalOf(this.accesses.atGateway(at, sentAsIs(request)), entrance.isHttp);
    return failure === undefined || entrance.isHttp ? failure : { ...failure, status: 0 };
  }

  private admissionsOf(client: Client, branch: Branch): Admission[] {
    const known = this.known(branch);
    const caller = callingPod(this.inventory, client.workload);
    const destinations = branch.failure === undefined ? destinationsAt(this.inventory, branch) : [];
    return destinations.map((destination): Admission => {
      const access = this.accesses.of(caller, destination, destination.isHttp ? known : {});
      const takesOthers = access.verdict === 'denied' && this.accesses.of(caller, destination).verdict !== 'denied';
      return { workload: destination.workload, access, ...refusalOf(access, destination.isHttp), takesOthers };
    });
  }

  /** What the pods see of a request: their proxies read its path anew. */
  private known({ sent }: Branch): PartOfRequest {
    return { ...sent, path: sent.path && this.normalized(sent.path) };
  }

  private normalized(path: string): string {
    return normalizedPath(path, this.inventory.mesh.pathNormalization);
  }
}

function failureOf(direct: Failure | undefined, branches: readonly Delivery[]): Failure | undefined {
  if (direct !== undefined) {
    const isFailure = direct.status === 0 || direct.status >= 400 || direct.grpcStatus !== undefined;
    return isFailure ? direct : undefined;
  }
  return branches
    .filter(({ share }) => share > 0)
    .flatMap(({ failure, admissions }) => [failure, ...admissions.map((admission) => admission.failure)])
    .find((failure) => failure !== undefined);
}

/** Where two ends do not understand each other, the caller's own proxy says so, as it does of a host without pods. */
function brokenIn(admissions: readonly Admission[]): Failure | undefined {
  return admissions.find(({ access }) => decidingIn(access)?.layer === 'mutual TLS')?.failure;
}

/** A proxy that refuses a request says 403; a connection that comes to nothing is the 503 of the caller's own. */
function refusalOf(access: Access, isHttp: boolean): Pick<Admission, 'failure'> {
  const deciding = access.verdict === 'denied' ? decidingIn(access) : undefined;
  const status = deciding?.layer === 'authorization' && isHttp ? 403 : 503;
  return deciding === undefined ? {} : { failure: { status, reason: deciding.because } };
}
