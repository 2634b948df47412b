import type { Check } from '../check';
import { logWithoutProvider } from './log-without-provider';
import { rivalDefaultTelemetry, rivalTelemetry } from './rival-telemetry';
import { unknownMetricLabel } from './unknown-metric-label';
import { outdatedProvider } from './outdated-provider';

/** What Telemetry objects keep. */
export const telemetryChecks: readonly Check[] = [
  logWithoutProvider,
  rivalTelemetry,
  rivalDefaultTelemetry,
  unknownMetricLabel,
  outdatedProvider,
];
