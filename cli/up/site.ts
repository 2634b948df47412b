import type { Lab } from '../read/read-lab';
import type { Terraform } from '../terraform/terraform';
import type { View } from './view';

/** What every stage works with. */
export interface Site {
  readonly lab: Lab;
  readonly env: NodeJS.ProcessEnv;
  readonly view: View;
  /** Asks the work to end at the next place where it may. */
  readonly stop: AbortSignal;
  /** Terraform for one of the stacks. */
  readonly terraform: (stack: string) => Terraform;
  /** An image with sh and curl, for pods that ask. */
  readonly probeImage: string;
  /** Where the gateway listens, as the user says it. @default - where that of a Kind cluster does */
  readonly gateway: string | undefined;
  /** Asks the operator; who says yes beforehand is not asked. @throws Error if nobody can be asked */
  readonly confirm: (question: string) => Promise<boolean>;
}
