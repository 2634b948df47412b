import type { CheckCases } from '../../check-cases';

export const serviceCases: readonly CheckCases[] = [];
