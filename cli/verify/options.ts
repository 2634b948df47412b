/** Options of `lab verify`. */
export interface VerifyOptions {
  readonly quick?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly report?: string;
  readonly gateway?: string;
  readonly probeImage: string;
}

/** Has a shell and curl. @see https://github.com/curl/curl-container */
export const defaultProbeImage = 'curlimages/curl:8.10.1';
