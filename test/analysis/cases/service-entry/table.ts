import type { CheckCases } from '../../check-cases';

export const serviceEntryCases: readonly CheckCases[] = [];
