import type { CheckCases } from '../../check-cases';
import { groundless } from './groundless';
import { unused } from './unused';

/** What the run of all checks finds. */
export const suppressionCases: readonly CheckCases[] = [unused, groundless];
