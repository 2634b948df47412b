import type { Check } from '../check';
import { logWithoutProvider } from './log-without-provider';
import { rivalDefaultTelemetry, rivalTelemetry } from './rival-telemetry';

/** What Telemetry objects keep. */
export const telemetryChecks: readonly Check[] = [logWithoutProvider, rivalTelemetry, rivalDefaultTelemetry];
