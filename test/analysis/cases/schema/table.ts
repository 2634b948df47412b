import type { CheckCases } from '../../check-cases';

export const schemaCases: readonly CheckCases[] = [];
