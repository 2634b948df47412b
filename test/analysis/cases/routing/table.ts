import type { CheckCases } from '../../check-cases';
import { missingGateway } from './missing-gateway';
import { missingHost } from './missing-host';

export const routingCases: readonly CheckCases[] = [missingHost, missingGateway];
