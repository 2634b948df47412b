import type { Check } from '../check';
import { missingGateway } from './missing-gateway';
import { missingHost } from './missing-host';

/** What VirtualServices keep. */
export const routingChecks: readonly Check[] = [missingHost, missingGateway];
