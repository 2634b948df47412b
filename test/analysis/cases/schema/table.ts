import type { CheckCases } from '../../check-cases';
import { validObject } from './valid-object';

export const schemaCases: readonly CheckCases[] = [validObject];
