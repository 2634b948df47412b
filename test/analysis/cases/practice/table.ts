import type { CheckCases } from '../../check-cases';
import { movingImage } from './moving-image';
import { taggedImage } from './tagged-image';

export const practiceCases: readonly CheckCases[] = [movingImage, taggedImage];
