import type { CheckCases } from '../../check-cases';
import { outdatedField } from './outdated-field';
import { validObject } from './valid-object';

export const schemaCases: readonly CheckCases[] = [validObject, outdatedField];
