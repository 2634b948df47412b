import type { Judgement } from '../../lib/canary/judgement';
import type { Promotion } from '../../lib/canary/promotion';
import type { ReleaseName } from '../../lib/model/service';
import type { Split } from '../../lib/model/traffic';

/** Where one canary stands. */
export interface CanaryStatus {
  readonly service: string;
  /** What `traffic.yaml` says. */
  readonly wanted: Split;
  /** What the cluster does. @default - its route has no share that could be read */
  readonly live?: Split;
  /** Whether the cluster has a route of the service at all. */
  readonly isRouted: boolean;
  readonly ready: Readonly<Record<ReleaseName, number>>;
  /** @default - there never was one */
  readonly promotion?: Promotion;
  /** Why what is kept of a promotion can't be read. @default - it can */
  readonly problem?: string;
  /** What the gate says of the time since the share was given, or of the last minutes. @default - the canary has no share */
  readonly judgement?: Judgement;
}
