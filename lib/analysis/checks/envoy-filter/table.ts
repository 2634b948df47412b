import type { Check } from '../check';

/** What EnvoyFilters keep. */
export const envoyFilterChecks: readonly Check[] = [];
