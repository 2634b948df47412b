/** Cores and memory, in Kubernetes quantities. */
export interface Quantities {
  readonly cpu: string;
  readonly memory: string;
}

/** What the pods of the mesh have to fit into. */
export interface Budget {
  /** All nodes that take pods, together. */
  readonly capacity: Quantities;
  /** What each sidecar asks for, unless its service says otherwise. */
  readonly sidecar: Quantities;
  /** What the platform asks for: control plane, gateway, add-ons. */
  readonly platform: readonly Quantities[];
}
