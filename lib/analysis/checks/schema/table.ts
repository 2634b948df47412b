import type { Check } from '../check';
import { outdatedField } from './outdated-field';
import { repeatedObject } from './repeated-object';
import { validObject } from './valid-object';

/** What objects of Istio keep to be accepted at all. */
export const schemaChecks: readonly Check[] = [validObject, outdatedField, repeatedObject];
