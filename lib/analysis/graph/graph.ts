import type { Finding } from '../finding';
import type { Failure } from '../routing/destination';
import type { Witness } from '../routing/witness';

/** A mesh as nodes and calls. Everything is in the order of its name, whatever the order of the files. */
export interface Graph {
  readonly namespaces: readonly GraphNamespace[];
  /** Hosts that no pods are known for: outside of the mesh, or nowhere. */
  readonly hosts: readonly GraphHost[];
  readonly calls: readonly GraphCall[];
}

export interface GraphNamespace {
  readonly name: string;
  readonly services: readonly GraphService[];
  /** Pods that no Service sends to, gateways among them. */
  readonly pods: readonly GraphPods[];
  /** What is wrong here with objects that belong to no Service and no pods. */
  readonly findings: readonly Finding[];
}

export interface GraphService {
  readonly name: string;
  /** Its releases; empty if nobody answers. */
  readonly pods: readonly GraphPods[];
  /** What is wrong with the Service, and with the routes and rules of its host. */
  readonly findings: readonly Finding[];
}

/** The pods of one workload: a release, where a Service has several. */
export interface GraphPods {
  /** Unique in the graph, and the same for the same objects. */
  readonly id: string;
  readonly name: string;
  readonly replicas: number;
  /** Whether each port that a Service sends to takes mutual TLS alone. */
  readonly isStrict: boolean;
  /** What a gateway takes from outside, as `shop.example:80,443`, a host each. @default [] - it is no gateway */
  readonly hosts: readonly string[];
  readonly findings: readonly Finding[];
}

export interface GraphHost {
  readonly id: string;
  readonly name: string;
}

/** Who calls whom, as routes lead it. */
export interface GraphCall {
  /** The `id` of pods. */
  readonly from: string;
  /** The `id` of pods or of a host. */
  readonly to: string;
  readonly ways: readonly Way[];
}

/** One kind of request on its way. */
export interface Way {
  readonly witness: Witness;
  /** Of the requests of this kind, from 0 to 1. */
  readonly share: number;
  /** Why it is refused. @default - it gets through, as far as anybody can tell */
  readonly failure?: Failure;
}
