import type { CheckCases } from '../../check-cases';

export const envoyFilterCases: readonly CheckCases[] = [];
