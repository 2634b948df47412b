import type { FieldPath, Manifest } from './manifest/manifest';

/** An error breaks requests or protection, a warning probably does, information is for the reader. */
export type Level = 'error' | 'warning' | 'info';

/** Something wrong with an object, for the reader who shall mend it. */
export interface Finding {
  /** `IST0101`, `KIA1107`, `LAB001`: of Istio's analysis, of Kiali, or of this lab. */
  readonly code: string;
  /** What other tools call the same. */
  readonly aliases: readonly string[];
  readonly level: Level;
  /** `VirtualService frontend/frontend-vs` */
  readonly object: string;
  readonly file: string;
  readonly line: number;
  /** `spec.http[0].route[1].destination.subset` */
  readonly field: string;
  /** What was found, and why it is wrong. */
  readonly message: string;
  readonly remedy: string;
  readonly link: string;
}

/** Where a check finds something wrong. */
export interface Hit {
  readonly manifest: Manifest;
  readonly path: FieldPath;
  readonly message: string;
  /** @default - what the rule says */
  readonly remedy?: string;
  /** @default - that of the rule */
  readonly level?: Level;
}
