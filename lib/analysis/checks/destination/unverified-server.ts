import type { Check } from '../check';
import { allPolicies } from './policies';

/** Names to expect, or a word that nothing is checked, are a decision: there is nothing to find. */
export const unverifiedServer: Check = {
  code: 'IST0128',
  aliases: ['IST0129'],
  level: 'warning',
  title: 'Clients know whose certificate they accept',
  reason:
    'Without certificates of its authorities, a server’s certificate may be anybody’s: of any public authority, or not checked at all.',
  remedy: 'set caCertificates, credentialName or subjectAltNames; insecureSkipVerify: true if nobody shall check',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0128/',
  *find(inventory) {
    for (const { rule, policy, path } of allPolicies(inventory)) {
      const { mode = '', caCertificates, credentialName, subjectAltNames = [], insecureSkipVerify } = policy.tls ?? {};
      const isDecided = [caCertificates, credentialName, insecureSkipVerify].some(
        (value) => value !== undefined && value !== '',
      );
      if (['SIMPLE', 'MUTUAL'].includes(mode) && !isDecided && subjectAltNames.length === 0) {
        const message = `TLS in mode ${mode} to ${rule.spec.host ?? ''}, and nothing says whose certificate is right`;
        yield { manifest: rule.manifest, path: [...path, 'tls', 'mode'], message };
      }
    }
  },
};
