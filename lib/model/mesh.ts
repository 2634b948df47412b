import type { Call } from './call';
import type { Edge } from './edge';
import { groupBy } from './group-by';
import type { Service } from './service';
import type { Split, Traffic } from './traffic';

/** The whole declaration that every rendered object is a projection of. */
export interface Mesh {
  readonly services: readonly Service[];
  readonly calls: readonly Call[];
  readonly edges: readonly Edge[];
  readonly traffic: Traffic;
}

/**
 * Answers questions about a mesh in constant time. Built once, so that rendering a thousand
 * services does not scan a thousand calls for each of them.
 */
export class CallGraph {
  private readonly from: ReadonlyMap<Service, readonly Call[]>;
  private readonly to: ReadonlyMap<Service, readonly Call[]>;
  private readonly edges: ReadonlyMap<Service, Edge>;

  constructor(readonly mesh: Mesh) {
    this.from = groupBy(mesh.calls, (call) => call.caller);
    this.to = groupBy(mesh.calls, (call) => call.callee);
    this.edges = new Map(mesh.edges.map((edge) => [edge.service, edge]));
  }

  /** The calls a service makes, in declared order. */
  callsFrom(service: Service): readonly Call[] {
    return this.from.get(service) ?? [];
  }

  /** The calls a service answers, in declared order. */
  callsTo(service: Service): readonly Call[] {
    return this.to.get(service) ?? [];
  }

  /** How the outside world reaches a service, if it does. */
  edgeOf(service: Service): Edge | undefined {
    return this.edges.get(service);
  }

  splitOf(service: Service): Split {
    return this.mesh.traffic.splits.get(service.name) ?? 0;
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
