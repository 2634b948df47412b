import type { CheckCases } from '../../check-cases';
import { automaticImage } from './automatic-image';
import { deprecatedAnnotation } from './deprecated-annotation';
import { injectedByDefault } from './injected-by-default';
import { injectionLabels } from './injection-labels';
import { invalidMetadata } from './invalid-metadata';
import { misplacedMetadata } from './misplaced-metadata';
import { missingProxy } from './missing-proxy';
import { proxyUser } from './proxy-user';
import { uninjectedNamespace } from './uninjected-namespace';
import { unknownAnnotation } from './unknown-annotation';

export const workloadCases: readonly CheckCases[] = [
  uninjectedNamespace,
  injectionLabels,
  misplacedMetadata,
  unknownAnnotation,
  invalidMetadata,
  deprecatedAnnotation,
  injectedByDefault,
  missingProxy,
  proxyUser,
  automaticImage,
];
