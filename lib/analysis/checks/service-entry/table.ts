import type { Check } from '../check';
import { missingAddress } from './missing-address';
import { rivalEntry, rivalProtocol } from './rival-entry';
import { missingGroupAccount, rivalGroup } from './workload-group';

/** What keep ServiceEntries, and the groups of machines outside the cluster. */
export const serviceEntryChecks: readonly Check[] = [
  rivalEntry,
  rivalProtocol,
  missingAddress,
  missingGroupAccount,
  rivalGroup,
];
