import type { Budget } from './budget';
import type { Call } from './call';
import type { Edge } from './edge';
import type { ExternalCall } from './external';
import { groupBy } from './group-by';
import type { Identity } from './identity';
import type { Job } from './job';
import type { Service } from './service';
import type { Split, Traffic } from './traffic';

export type MutualTlsMode = 'strict' | 'permissive';

/** The whole declaration that every rendered object is a projection of. */
export interface Mesh {
  readonly services: readonly Service[];
  readonly calls: readonly Call[];
  readonly edges: readonly Edge[];
  readonly traffic: Traffic;
  /** @default - none */
  readonly jobs?: readonly Job[];
  /** @default - nothing leaves the cluster */
  readonly externalCalls?: readonly ExternalCall[];
  /**
   * By namespace. `permissive` is a step on the way into the mesh: plaintext is still taken, so
   * callers can't be told apart and nothing is refused.
   * @default - strict everywhere
   */
  readonly mutualTls?: ReadonlyMap<string, MutualTlsMode>;
  /** @default - not checked */
  readonly budget?: Budget;
  /** How often one request from outside may reach a service at most. @default 4 */
  readonly maxTries?: number;
}

/** Everything in a mesh that has an identity and may call. */
export function membersOf({ services, jobs = [] }: Pick<Mesh, 'services' | 'jobs'>): readonly (Service | Job)[] {
  return [...services, ...jobs];
}

/**
 * Answers questions about a mesh in constant time. Built once, so that rendering a thousand
 * services does not scan a thousand calls for each of them.
 */
export class CallGraph {
  private readonly from: ReadonlyMap<Identity, readonly Call[]>;
  private readonly to: ReadonlyMap<Service, readonly Call[]>;
  private readonly outward: ReadonlyMap<Identity, readonly ExternalCall[]>;
  private readonly edges: ReadonlyMap<Service, Edge>;
  private readonly services: ReadonlyMap<Identity, Service>;

  constructor(readonly mesh: Mesh) {
    this.from = groupBy(mesh.calls, (call) => call.caller);
    this.to = groupBy(mesh.calls, (call) => call.callee);
    this.outward = groupBy(mesh.externalCalls ?? [], (call) => call.caller);
    this.services = new Map(mesh.services.map((service) => [service, service]));
    this.edges = new Map(mesh.edges.map((edge) => [edge.service, edge]));
  }

  /** The calls a service or job makes, in declared order. */
  callsFrom(caller: Identity): readonly Call[] {
    return this.from.get(caller) ?? [];
  }

  /** The calls a service answers, in declared order. */
  callsTo(service: Service): readonly Call[] {
    return this.to.get(service) ?? [];
  }

  /** The calls a service or job makes to hosts outside the cluster. */
  externalCallsFrom(caller: Identity): readonly ExternalCall[] {
    return this.outward.get(caller) ?? [];
  }

  /** The service behind an identity; a job has none. */
  serviceOf(identity: Identity): Service | undefined {
    return this.services.get(identity);
  }

  /** How the outside world reaches a service, if it does. */
  edgeOf(service: Service): Edge | undefined {
    return this.edges.get(service);
  }

  splitOf(service: Service): Split {
    return this.mesh.traffic.splits.get(service.name) ?? 0;
  }

  mutualTlsOf(namespace: string): MutualTlsMode {
    return this.mesh.mutualTls?.get(namespace) ?? 'strict';
  }

  /** All services, callees before their callers: the order in which they may be applied one by one. */
  calleesFirst(): readonly Service[] {
    const done = new Set<Service>();
    const ordered: Service[] = [];
    const visit = (service: Service): void => {
      if (done.has(service)) {
        return;
      }
      done.add(service);
      for (const call of this.callsFrom(service)) {
        visit(call.callee);
      }
      ordered.push(service);
    };
    this.mesh.services.forEach(visit);
    return ordered;
  }
}
