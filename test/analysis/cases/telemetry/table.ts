import type { CheckCases } from '../../check-cases';

export const telemetryCases: readonly CheckCases[] = [];
