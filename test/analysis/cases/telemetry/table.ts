import type { CheckCases } from '../../check-cases';
import { logWithoutProvider } from './log-without-provider';
import { rivalDefaultTelemetry, rivalTelemetry } from './rival-telemetry';
import { unknownMetricLabel } from './unknown-metric-label';
import { outdatedProvider } from './outdated-provider';

export const telemetryCases: readonly CheckCases[] = [
  logWithoutProvider,
  rivalTelemetry,
  rivalDefaultTelemetry,
  unknownMetricLabel,
  outdatedProvider,
];
