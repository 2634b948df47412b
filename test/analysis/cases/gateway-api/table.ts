import type { CheckCases } from '../../check-cases';

export const gatewayApiCases: readonly CheckCases[] = [];
