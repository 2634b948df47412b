import { suppressionKey } from '../../kubernetes/suppression';
import type { Manifest } from '../manifest/manifest';
import type { CheckDescription } from './check';

/** Found by the run of all other checks, which alone knows what was needed. */
export const unusedSuppression: CheckDescription = {
  code: 'LAB001',
  level: 'warning',
  title: 'Every suppression is needed',
  reason: 'A suppression that suppresses nothing hides the next finding of its code, which nobody has looked at yet.',
  remedy: 'remove the annotation',
  link: 'docs/checks.md#suppressions',
};

/** Found likewise. */
export const groundlessSuppression: CheckDescription = {
  code: 'LAB002',
  level: 'warning',
  title: 'Every suppression says why',
  reason: 'The next reader has to know whether the reason still holds.',
  remedy: 'write the reason as the value of the annotation',
  link: 'docs/checks.md#suppressions',
};

export function suppressionHit(
  manifest: Manifest,
  code: string,
  message: string,
): {
  manifest: Manifest;
  path: string[];
  message: string;
} {
  return { manifest, path: ['metadata', 'annotations', suppressionKey(code)], message };
}
