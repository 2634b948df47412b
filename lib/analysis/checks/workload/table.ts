import type { Check } from '../check';

/** What pods, their injection and their annotations keep. */
export const workloadChecks: readonly Check[] = [];
