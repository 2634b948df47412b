import type { Truth } from './truth';
import type { FieldPath, Manifest } from './manifest/manifest';

/** What stands between two pods, in the order in which a connection meets it. */
export type Layer = 'network' | 'mutual TLS' | 'authorization';

/** What one layer says to a connection, or to one request on it. */
export interface Decision {
  readonly layer: Layer;
  /** Whether it lets it pass; a doubt says what no YAML shows. */
  readonly passes: Truth;
  /** In words, names of objects included. */
  readonly because: string;
  /** The field that decides. @default - no single one does */
  readonly by?: Place;
}

export interface Place {
  readonly manifest: Manifest;
  readonly path: FieldPath;
}
