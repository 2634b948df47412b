import type { CheckCases } from '../../check-cases';
import { credential } from './credential';
import { overlappingServers } from './overlapping-servers';
import { sharedCertificate } from './shared-certificate';
import { unopenedPort } from './unopened-port';
import { unselectedProxy } from './unselected-proxy';

export const gatewayCases: readonly CheckCases[] = [
  unselectedProxy,
  overlappingServers,
  sharedCertificate,
  credential,
  unopenedPort,
];
