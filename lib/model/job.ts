import type { Identity } from './identity';
import type { Resources } from './service';

/** A process that runs to its end: a caller that nobody calls. */
export interface Job extends Identity {
  /** Image reference with a tag or a digest. */
  readonly image: string;
  /** @default - the image's own entry point */
  readonly command?: readonly string[];
  /** Cron expression. @default - it runs once */
  readonly schedule?: string;
  readonly resources: Resources;
  /** User and group the process runs as; never 0. @default 1000 */
  readonly user?: number;
  /** @default - none */
  readonly env?: Readonly<Record<string, string>>;
}
