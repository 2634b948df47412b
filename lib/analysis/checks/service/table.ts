import type { Check } from '../check';

/** What Services of Kubernetes keep. */
export const serviceChecks: readonly Check[] = [];
