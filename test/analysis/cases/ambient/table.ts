import type { CheckCases } from '../../check-cases';

export const ambientCases: readonly CheckCases[] = [];
