import type { CheckCases } from '../../check-cases';
import { blockingDisruptionBudget } from './blocking-disruption-budget';
import { earlyRefusal } from './early-refusal';
import { endlessJob } from './endless-job';
import { foreignSelector } from './foreign-selector';
import { headlessSplit } from './headless-split';
import { idleDisruptionBudget } from './idle-disruption-budget';
import { idleHttpRules } from './idle-http-rules';
import { impatientCaller } from './impatient-caller';
import { lostTries } from './lost-tries';
import { missingAccount } from './missing-account';
import { missingScaleTarget } from './missing-scale-target';
import { movingImage } from './moving-image';
import { multipliedTries } from './multiplied-tries';
import { namelessProbe } from './nameless-probe';
import { overlappingSelector } from './overlapping-selector';
import { refusedProbe } from './refused-probe';
import { repeatedWrites } from './repeated-writes';
import { shortGrace } from './short-grace';
import { taggedImage } from './tagged-image';
import { unknownMetricLabel } from './unknown-metric-label';
import { unresolvedAddress } from './unresolved-address';

export const practiceCases: readonly CheckCases[] = [
  unresolvedAddress,
  missingAccount,
  foreignSelector,
  namelessProbe,
  overlappingSelector,
  missingScaleTarget,
  idleDisruptionBudget,
  blockingDisruptionBudget,
  earlyRefusal,
  multipliedTries,
  impatientCaller,
  repeatedWrites,
  shortGrace,
  refusedProbe,
  movingImage,
  taggedImage,
  endlessJob,
  unknownMetricLabel,
  idleHttpRules,
  headlessSplit,
  lostTries,
];
