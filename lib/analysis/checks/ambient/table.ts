import type { Check } from '../check';

/** What ambient mode asks for. */
export const ambientChecks: readonly Check[] = [];
