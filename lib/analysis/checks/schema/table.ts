import type { Check } from '../check';

/** What every object of Istio keeps. */
export const schemaChecks: readonly Check[] = [];
