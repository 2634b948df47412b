import type { CheckCases } from '../../check-cases';
import {
  plainMeshWithClients,
  plainNamespaceWithClients,
  strictMeshWithoutClients,
  strictNamespaceWithoutClients,
} from './client-agreement';
import { cutOffCaller } from './cut-off-caller';
import { emptyNamespace } from './empty-namespace';
import { foreignTrustDomain } from './foreign-trust-domain';
import { gatewaySelector } from './gateway-selector';
import { httpOnTcp } from './http-on-tcp';
import { identityWithoutMtls } from './identity-without-mtls';
import { idleSelector } from './idle-selector';
import { impossibleMethod } from './impossible-method';
import { literalStar } from './literal-star';
import { portlessDeny } from './portless-deny';
import { respelledPath } from './respelled-path';
import { rivalAuthentication, rivalDefaultAuthentication } from './rival-authentication';
import { shutOutCaller } from './shut-out-caller';
import { toothlessDeny } from './toothless-deny';
import { uncoveredWorkload } from './uncovered-workload';
import { unknownAccount } from './unknown-account';
import { unknownHost } from './unknown-host';
import { unknownNamespace } from './unknown-namespace';
import { unrestrictedJwks } from './unrestricted-jwks';
import { earlyRefusal } from './early-refusal';
import { unknownProvider } from './unknown-provider';
import { rivalProvider } from './rival-provider';
import { portOfService } from './port-of-service';
import { cutOffProxy } from './cut-off-proxy';
import { cutOffWebhook } from './cut-off-webhook';

export const securityCases: readonly CheckCases[] = [
  rivalDefaultAuthentication,
  rivalAuthentication,
  idleSelector,
  emptyNamespace,
  unknownNamespace,
  impossibleMethod,
  unknownHost,
  identityWithoutMtls,
  unknownAccount,
  foreignTrustDomain,
  strictMeshWithoutClients,
  strictNamespaceWithoutClients,
  plainNamespaceWithClients,
  plainMeshWithClients,
  uncoveredWorkload,
  unrestrictedJwks,
  gatewaySelector,
  shutOutCaller,
  cutOffCaller,
  toothlessDeny,
  httpOnTcp,
  earlyRefusal,
  portlessDeny,
  respelledPath,
  literalStar,
  unknownProvider,
  rivalProvider,
  portOfService,
  cutOffProxy,
  cutOffWebhook,
];
