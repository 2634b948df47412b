import type { Check } from '../check';

/** What no schema asks for, and a good mesh keeps. */
export const practiceChecks: readonly Check[] = [];
