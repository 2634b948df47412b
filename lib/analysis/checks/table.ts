import type { Check, CheckDescription } from './check';
import { ambientChecks } from './ambient/table';
import { destinationChecks } from './destination/table';
import { envoyFilterChecks } from './envoy-filter/table';
import { gatewayChecks } from './gateway/table';
import { gatewayApiChecks } from './gateway-api/table';
import { routingChecks } from './routing/table';
import { schemaChecks } from './schema/table';
import { securityChecks } from './security/table';
import { serviceChecks } from './service/table';
import { serviceEntryChecks } from './service-entry/table';
import { sidecarChecks } from './sidecar/table';
import { telemetryChecks } from './telemetry/table';
import { groundlessSuppression, unusedSuppression } from './suppression';
import { workloadChecks } from './workload/table';

/** Every check there is. */
export const allChecks: readonly Check[] = [
  ...routingChecks,
  ...destinationChecks,
  ...gatewayChecks,
  ...securityChecks,
  ...sidecarChecks,
  ...telemetryChecks,
  ...envoyFilterChecks,
  ...serviceEntryChecks,
  ...serviceChecks,
  ...workloadChecks,
  ...schemaChecks,
  ...gatewayApiChecks,
  ...ambientChecks,
];

/** Everything that can be found, also by the run of the checks itself. */
export const allDescriptions: readonly CheckDescription[] = [...allChecks, unusedSuppression, groundlessSuppression];
