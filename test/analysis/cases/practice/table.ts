import type { CheckCases } from '../../check-cases';

export const practiceCases: readonly CheckCases[] = [];
