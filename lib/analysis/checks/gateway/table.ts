import type { Check } from '../check';

/** What Gateways of Istio keep. */
export const gatewayChecks: readonly Check[] = [];
