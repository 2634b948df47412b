import type { Check } from '../check';
import { ambientScope } from './ambient-scope';
import { calleeOutOfScope } from './callee-out-of-scope';
import { rivalDefaultScope, rivalScope } from './rival-scope';
import { rootSelector } from './root-selector';
import { silentOutboundMode } from './silent-outbound-mode';
import { unknownEgressHost } from './unknown-egress-host';

/** What Sidecars keep. */
export const sidecarChecks: readonly Check[] = [
  rivalScope,
  rivalDefaultScope,
  unknownEgressHost,
  rootSelector,
  silentOutboundMode,
  ambientScope,
  calleeOutOfScope,
];
