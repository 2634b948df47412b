import type { Check } from '../check';
import { blockingDisruptionBudget } from './blocking-disruption-budget';
import { idleDisruptionBudget } from './idle-disruption-budget';
import { missingScaleTarget } from './missing-scale-target';
import { movingImage } from './moving-image';
import { overlappingSelector } from './overlapping-selector';
import { taggedImage } from './tagged-image';

/** What no schema asks for, and a good mesh keeps. */
export const practiceChecks: readonly Check[] = [
  overlappingSelector,
  missingScaleTarget,
  idleDisruptionBudget,
  blockingDisruptionBudget,
  movingImage,
  taggedImage,
];
