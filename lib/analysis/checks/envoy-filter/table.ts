import type { Check } from '../check';
import { idleRateLimit } from './idle-rate-limit';
import { ignoredAdd, ignoredRemove, ignoredReplace } from './ignored-patch';
import { relativePatch, relativePatchOfVersion } from './relative-patch';
import { unknownVirtualHost } from './unknown-virtual-host';

/** What EnvoyFilters keep. */
export const envoyFilterChecks: readonly Check[] = [
  relativePatch,
  ignoredReplace,
  ignoredAdd,
  ignoredRemove,
  relativePatchOfVersion,
  idleRateLimit,
  unknownVirtualHost,
];
