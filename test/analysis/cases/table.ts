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
import { telemetryCases } from './telemetry/table';
import { workloadCases } from './workload/table';

export const allCases: readonly CheckCases[] = [
  ...routingCases,
  ...destinationCases,
  ...gatewayCases,
  ...securityCases,
  ...sidecarCases,
  ...telemetryCases,
  ...envoyFilterCases,
  ...serviceEntryCases,
  ...serviceCases,
  ...workloadCases,
  ...schemaCases,
  ...gatewayApiCases,
  ...ambientCases,
];
