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
   * All that people may ask of it, where it also answers to what stops or changes it.
   * @default - everything
   */
  readonly offer?: Offer;
  /** Everyone else who connects, and to which ports of the pods. */
  readonly callers: readonly InfrastructureCaller[];
}

/** Paths in the form of an AuthorizationPolicy. Only what is named is served, so that no other spelling of a path passes. */
export interface Offer {
  /** Served to GET and HEAD, which change nothing. */
  readonly read: readonly string[];
  /** What of that is served to POST as well: questions too long for a URL. */
  readonly query: readonly string[];
}

export interface InfrastructureCaller {
  readonly from: Peer;
  readonly ports: readonly number[];
}
