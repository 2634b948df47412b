import type { Peer } from './platform';

/** A part of the platform that people look at through the ingress gateway; it has no sidecar. */
export interface InfrastructureService extends Required<Peer> {
  /** Name of its Kubernetes Service. */
  readonly name: string;
  /** Host name that requests from outside carry. */
  readonly host: string;
  /** Port of the Service and of the pods. */
  readonly port: number;
  /**
   * Paths that stop or change it instead of showing something.
   * @default - none
   */
  readonly operations?: readonly string[];
  /** Everyone else who connects, and to which ports of the pods. */
  readonly callers: readonly InfrastructureCaller[];
}

export interface InfrastructureCaller {
  readonly from: Peer;
  readonly ports: readonly number[];
}
