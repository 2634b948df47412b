import type { Drill } from './drill';
import {
  denyAllWithoutAllow,
  expiredCertificate,
  plaintextToStrict,
  strictBeforeInjection,
  wrongPrincipal,
} from './faults/identities';
import { calleeOutOfScope, noDns, wrongNetworkPort, wrongPortName } from './faults/networks';
import { badCanary, breakerCannotEject, emptySubset, noCanaryPods } from './faults/releases';
import { retryStorm, ruleAfterCatchAll, weightsMiss100, wrongSubset } from './faults/routes';

/** Every drill there is, in the order in which they are listed. */
export const allDrills: readonly Drill[] = [
  wrongSubset,
  emptySubset,
  noCanaryPods,
  weightsMiss100,
  ruleAfterCatchAll,
  retryStorm,
  breakerCannotEject,
  badCanary,
  denyAllWithoutAllow,
  wrongPrincipal,
  plaintextToStrict,
  strictBeforeInjection,
  expiredCertificate,
  wrongPortName,
  calleeOutOfScope,
  noDns,
  wrongNetworkPort,
];
