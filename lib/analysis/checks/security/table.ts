import type { Check } from '../check';

/** What policies of authentication and authorization keep. */
export const securityChecks: readonly Check[] = [];
