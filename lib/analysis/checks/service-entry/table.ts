import type { Check } from '../check';

/** What ServiceEntries and workloads outside of the cluster keep. */
export const serviceEntryChecks: readonly Check[] = [];
