import type { CheckCases } from '../../check-cases';
import { missingAddress } from './missing-address';
import { rivalEntry, rivalProtocol } from './rival-entry';
import { missingGroupAccount, rivalGroup } from './workload-group';

export const serviceEntryCases: readonly CheckCases[] = [
  rivalEntry,
  rivalProtocol,
  missingAddress,
  missingGroupAccount,
  rivalGroup,
];
