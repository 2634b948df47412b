import type { Check } from '../check';

/** What DestinationRules keep. */
export const destinationChecks: readonly Check[] = [];
