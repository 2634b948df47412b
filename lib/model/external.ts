import type { Identity } from './identity';

/** A host outside the cluster that the mesh may talk to. */
export interface ExternalHost {
  /** Full DNS name. */
  readonly host: string;
  readonly port: number;
  /** What goes over the wire: `tls` is opaque to the proxy, which sees the host by SNI. */
  readonly protocol: 'http' | 'tls';
}

/** A declared edge that leaves the cluster. */
export interface ExternalCall {
  /** A service or a job of the mesh. */
  readonly caller: Identity;
  readonly to: ExternalHost;
}
