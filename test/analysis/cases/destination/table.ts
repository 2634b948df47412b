import type { CheckCases } from '../../check-cases';

export const destinationCases: readonly CheckCases[] = [];
