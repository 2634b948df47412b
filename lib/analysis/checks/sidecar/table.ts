import type { Check } from '../check';

/** What Sidecars keep. */
export const sidecarChecks: readonly Check[] = [];
