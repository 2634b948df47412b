/** A request that a proxy is asked about. */
export interface RequestProbe {
  /** `namespace/name` of a workload, or `gateway`. */
  readonly from: string;
  readonly url: string;
  /** @default GET */
  readonly method?: string;
  /** @default - none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call that the proxies of the called pods are asked about. */
export interface CallProbe {
  /** `namespace/name` of a workload. */
  readonly from: string;
  /** `namespace/name` of a Service. */
  readonly to: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  /** Whether the caller's proxy takes it for a connection of TCP. @default false */
  readonly isTcp?: boolean;
  /** @default - the full name of the Service */
  readonly host?: string;
}

/** A mesh, and what is asked about it. */
export interface JudgedMesh {
  readonly title: string;
  /** YAML. */
  readonly text: string;
  readonly requests: readonly RequestProbe[];
  readonly calls: readonly CallProbe[];
}
