import type { CheckCases } from '../../check-cases';

export const gatewayCases: readonly CheckCases[] = [];
