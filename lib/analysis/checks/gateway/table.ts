import type { Check } from '../check';
import { credential } from './credential';
import { overlappingServers } from './overlapping-servers';
import { sharedCertificate } from './shared-certificate';
import { unopenedPort } from './unopened-port';
import { unselectedProxy } from './unselected-proxy';

/** What Gateways keep. */
export const gatewayChecks: readonly Check[] = [
  unselectedProxy,
  overlappingServers,
  sharedCertificate,
  credential,
  unopenedPort,
];
