import { actionOf } from '../../views/authorization-policy';
import type { Check } from '../check';

/** Istio's own validation refuses these two. */
export const toothlessDeny: Check = {
  code: 'LAB021',
  aliases: ['IST0106'],
  level: 'error',
  title: 'A policy that denies or asks somebody else has rules',
  reason: 'Without rules it matches no request: it denies nothing, whereas an ALLOW policy without rules denies all.',
  remedy: 'write rules: [{}] to match every request, or leave the action out to deny all that nobody allows',
  link: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy',
  *find({ authorizationPolicies }) {
    for (const policy of authorizationPolicies) {
      if (['DENY', 'CUSTOM'].includes(actionOf(policy)) && policy.spec.rules.length === 0) {
        const message = `a ${actionOf(policy)} policy without rules matches no request`;
        yield { manifest: policy.manifest, path: ['spec', 'action'], message };
      }
    }
  },
};
