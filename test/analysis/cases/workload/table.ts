import type { CheckCases } from '../../check-cases';

export const workloadCases: readonly CheckCases[] = [];
