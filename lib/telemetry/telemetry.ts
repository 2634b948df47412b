import type { Mesh } from '../model/mesh';
import type { Gateway } from './promql/proxies';

/** What telemetry is about: the mesh, and where it runs. */
export interface Telemetry {
  readonly mesh: Mesh;
  readonly gateway: Gateway;
  /** Uid of Grafana's data source for Prometheus. */
  readonly datasource: string;
  /** Other places to look, by title. */
  readonly links: Readonly<Record<string, string>>;
  /** The most memory a sidecar may take, unless its service says otherwise. */
  readonly sidecarMemoryLimit: string;
  /**
   * Share of requests that may fail, 0 to 1, and by how much a canary may be worse than stable.
   * @default 0.01
   */
  readonly errorBudget?: number;
}
