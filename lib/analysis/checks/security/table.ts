import type { Check } from '../check';
import { foreignTrustDomain } from './foreign-trust-domain';
import { identityWithoutMtls } from './identity-without-mtls';
import { idleSelector } from './idle-selector';
import { impossibleMethod } from './impossible-method';
import { rivalAuthentication, rivalDefaultAuthentication } from './rival-authentication';
import { unknownAccount } from './unknown-account';
import { unknownHost } from './unknown-host';
import { unknownNamespace } from './unknown-namespace';

/** What policies of authentication and authorization keep. */
export const securityChecks: readonly Check[] = [
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
