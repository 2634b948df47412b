import type { Check } from '../check';

/** What Telemetry objects keep. */
export const telemetryChecks: readonly Check[] = [];
