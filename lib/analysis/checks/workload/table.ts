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
import { blockingDisruptionBudget } from './blocking-disruption-budget';
import { endlessJob } from './endless-job';
import { foreignSelector } from './foreign-selector';
import { idleDisruptionBudget } from './idle-disruption-budget';
import { missingAccount } from './missing-account';
import { missingScaleTarget } from './missing-scale-target';
import { movingImage } from './moving-image';
import { namelessProbe } from './nameless-probe';
import { overlappingSelector } from './overlapping-selector';
import { refusedProbe } from './refused-probe';
import { shortGrace } from './short-grace';
import { taggedImage } from './tagged-image';
import { unresolvedAddress } from './unresolved-address';
import { otherScheme } from './other-scheme';

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
  blockingDisruptionBudget,
  endlessJob,
  foreignSelector,
  idleDisruptionBudget,
  missingAccount,
  missingScaleTarget,
  movingImage,
  namelessProbe,
  overlappingSelector,
  refusedProbe,
  shortGrace,
  taggedImage,
  unresolvedAddress,
  otherScheme,
];
