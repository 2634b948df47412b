import type { CheckCases } from '../check-cases';
import { ambientCases } from './ambient/table';
import { destinationCases } from './destination/table';
import { envoyFilterCases } from './envoy-filter/table';
import { gatewayCases } from './gateway/table';
import { gatewayApiCases } from './gateway-api/table';
import { routingCases } from './routing/table';
import { schemaCases } from './schema/table';
import { securityCases } from './security/table';
import { serviceCases } from './service/table';
import { serviceEntryCases } from './service-entry/table';
import { sidecarCases } from './sidecar/table';
import { suppressionCases } from './suppression/table';
import { telemetryCases } from './telemetry/table';
import { workloadCases } from './workload/table';

/** All cases, by the folder that they and their checks are in. */
export const casesByFolder: Readonly<Record<string, readonly CheckCases[]>> = {
  routing: routingCases,
  destination: destinationCases,
  gateway: gatewayCases,
  security: securityCases,
  sidecar: sidecarCases,
  telemetry: telemetryCases,
  'envoy-filter': envoyFilterCases,
  'service-entry': serviceEntryCases,
  service: serviceCases,
  workload: workloadCases,
  schema: schemaCases,
  'gateway-api': gatewayApiCases,
  ambient: ambientCases,
  suppression: suppressionCases,
};

export const allCases: readonly CheckCases[] = Object.values(casesByFolder).flat();
