import type { CheckCases } from '../../check-cases';
import { outdatedField } from './outdated-field';
import { repeatedObject } from './repeated-object';
import { validObject } from './valid-object';

export const schemaCases: readonly CheckCases[] = [validObject, outdatedField, repeatedObject];
