import type { CheckCases } from '../../check-cases';

export const securityCases: readonly CheckCases[] = [];
