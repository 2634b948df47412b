import type { CheckCases } from '../../check-cases';
import { blockingDisruptionBudget } from './blocking-disruption-budget';
import { idleDisruptionBudget } from './idle-disruption-budget';
import { missingScaleTarget } from './missing-scale-target';
import { movingImage } from './moving-image';
import { overlappingSelector } from './overlapping-selector';
import { taggedImage } from './tagged-image';

export const practiceCases: readonly CheckCases[] = [
  overlappingSelector,
  missingScaleTarget,
  idleDisruptionBudget,
  blockingDisruptionBudget,
  movingImage,
  taggedImage,
];
