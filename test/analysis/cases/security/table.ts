import type { CheckCases } from '../../check-cases';
import { foreignTrustDomain } from './foreign-trust-domain';
import { identityWithoutMtls } from './identity-without-mtls';
import { idleSelector } from './idle-selector';
import { impossibleMethod } from './impossible-method';
import { rivalAuthentication, rivalDefaultAuthentication } from './rival-authentication';
import { unknownAccount } from './unknown-account';
import { unknownHost } from './unknown-host';
import { unknownNamespace } from './unknown-namespace';

export const securityCases: readonly CheckCases[] = [
  rivalDefaultAuthentication,
  rivalAuthentication,
  idleSelector,
  unknownNamespace,
  impossibleMethod,
  unknownHost,
  identityWithoutMtls,
  unknownAccount,
  foreignTrustDomain,
];
