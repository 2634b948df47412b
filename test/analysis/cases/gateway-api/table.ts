import type { CheckCases } from '../../check-cases';
import { missingGateway } from './missing-gateway';
import { missingGrant } from './missing-grant';
import { missingPort } from './missing-port';
import { missingService } from './missing-service';
import { repeatedListener } from './repeated-listener';
import { sharedAddress } from './shared-address';
import { sharedHost } from './shared-host';
import { unknownClass } from './unknown-class';
import { unknownNamespace } from './unknown-namespace';
import { unmatchedListener } from './unmatched-listener';

export const gatewayApiCases: readonly CheckCases[] = [
  missingGateway,
  missingService,
  sharedHost,
  sharedAddress,
  repeatedListener,
  unknownClass,
  unknownNamespace,
  missingGrant,
  missingPort,
  unmatchedListener,
];
