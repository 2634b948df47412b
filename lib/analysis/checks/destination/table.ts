import type { Check } from '../check';
import { competingRules } from './competing-rules';
import { deadOutlierField } from './dead-outlier-field';
import { emptySubset } from './empty-subset';
import { idleFailover } from './idle-failover';
import { impossibleEjection } from './impossible-ejection';
import { mutualToPlaintext } from './mutual-to-plaintext';
import { overriddenTls } from './overridden-tls';
import { plaintextToStrict } from './plaintext-to-strict';
import { unknownHost } from './unknown-host';
import { unlabelledSubset } from './unlabelled-subset';
import { unverifiedServer } from './unverified-server';
import { doubleTls } from './double-tls';
import { idleSubsetPolicy } from './idle-subset-policy';
import { selectiveRule } from './selective-rule';

/** What DestinationRules keep. */
export const destinationChecks: readonly Check[] = [
  unknownHost,
  emptySubset,
  unlabelledSubset,
  competingRules,
  plaintextToStrict,
  mutualToPlaintext,
  overriddenTls,
  unverifiedServer,
  deadOutlierField,
  impossibleEjection,
  idleFailover,
  doubleTls,
  idleSubsetPolicy,
  selectiveRule,
];
