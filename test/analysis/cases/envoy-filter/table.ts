import type { CheckCases } from '../../check-cases';
import { idleRateLimit } from './idle-rate-limit';
import { ignoredAdd, ignoredRemove, ignoredReplace } from './ignored-patch';
import { relativePatch, relativePatchOfVersion } from './relative-patch';
import { unknownVirtualHost } from './unknown-virtual-host';

export const envoyFilterCases: readonly CheckCases[] = [
  relativePatch,
  ignoredReplace,
  ignoredAdd,
  ignoredRemove,
  relativePatchOfVersion,
  idleRateLimit,
  unknownVirtualHost,
];
