import type { Check } from '../check';
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

/** What pods and their namespaces keep towards the injector. */
export const workloadChecks: readonly Check[] = [
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
