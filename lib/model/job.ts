import type { Identity } from './identity';
import type { Process } from './process';
import type { Resources } from './service';

/** A process that runs to its end: a caller that nobody calls. */
export interface Job extends Identity, Process {
  /** @default - the image's own entry point */
  readonly command?: readonly string[];
  /** Cron expression. @default - it runs once */
  readonly schedule?: string;
  readonly resources: Resources;
}
