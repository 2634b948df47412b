import { suppressionKey } from '../../kubernetes/suppression';
import type { Manifest } from '../manifest/manifest';
import type { CheckDescription } from './check';

/** They are an idea of this lab, so that its own page is the source. */
export const suppressionsLink = 'docs/checks/README.md#suppressions';

/** Found by the run of all other checks, which alone knows what was needed. */
export const unusedSuppression: CheckDescription = {
  code: 'LAB001',
  level: 'warning',
  title: 'Every suppression is needed',
  reason: 'A suppression that suppresses nothing hides the next finding of its code, which nobody has looked at yet.',
  remedy: 'remove the annotation',
  link: suppressionsLink,
};

/** Found likewise. */
export const groundlessSuppression: CheckDescription = {
  code: 'LAB002',
  level: 'warning',
  title: 'Every suppression says why',
  reason: 'The next reader has to know whether the reason still holds.',
  remedy: 'write the reason as the value of the annotation',
  link: suppressionsLink,
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
