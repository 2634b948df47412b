import type { Check } from '../check';
import { movingImage } from './moving-image';
import { taggedImage } from './tagged-image';

/** What no schema asks for, and a good mesh keeps. */
export const practiceChecks: readonly Check[] = [movingImage, taggedImage];
