import type { Identity } from './identity';

/** Pods that a network policy lets in or out, wherever they run. */
export interface Peer {
  readonly namespace: string;
  /** @default - every pod of the namespace */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What every pod of the mesh depends on beside the declared calls: named here, so that no policy forgets it. */
export interface Platform {
  /** Sends the requests of the edges. */
  readonly gateway: Identity & Required<Peer>;
  /** Gives proxies their configuration and certificates. */
  readonly controlPlane: Peer & { readonly port: number };
  readonly dns: Peer;
  /** Takes the spans of the proxies. */
  readonly traceCollector: Peer & { readonly host: string; readonly port: number };
  /** Scrapes the proxies' metrics. */
  readonly metrics: Peer & { readonly ports: readonly number[] };
}
