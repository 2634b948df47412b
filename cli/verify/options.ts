/** Options of `lab verify`. */
export interface VerifyOptions {
  readonly quick?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly report?: string;
  readonly gateway?: string;
  readonly probeImage: string;
}
