import type { CheckCases } from '../../check-cases';

export const sidecarCases: readonly CheckCases[] = [];
