import type { Check } from '../check';

/** What objects of the Gateway API keep. */
export const gatewayApiChecks: readonly Check[] = [];
