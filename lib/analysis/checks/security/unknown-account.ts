import { type Identity, identitiesOf, trustDomainNamed, trustDomainsOf } from '../../authorization/identity';
import { matchesPrincipal } from '../../authorization/patterns';
import type { Check } from '../check';
import { sourceValues } from './rule-values';

/** Names of other trust domains are the matter of KIA0108. */
export const unknownAccount: Check = {
  code: 'KIA0106',
  level: 'error',
  title: 'Every principal in an AuthorizationPolicy is the identity of a ServiceAccount',
  reason: 'Nobody has the identity of an account that does not exist: the rule lets nobody in, or keeps nobody out.',
  remedy: 'write <trust domain>/ns/<namespace>/sa/<account> of an account that callers run as',
  link: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source',
  *find(inventory) {
    const identities = identitiesOf(inventory);
    const domains = trustDomainsOf(inventory);
    for (const { manifest, value, path } of sourceValues(
      inventory,
      ['principals', 'notPrincipals'],
      'source.principal',
    )) {
      const domain = trustDomainNamed(value);
      const isOurs = domain === undefined || domains.includes(domain);
      if (isOurs && !isKnown(value, identities)) {
        yield { manifest, path, message: `no ServiceAccount has the identity ${value}` };
      }
    }
    for (const { manifest, value, path } of sourceValues(
      inventory,
      ['serviceAccounts', 'notServiceAccounts'],
      'source.serviceAccount',
    )) {
      const [first = '', second] = value.split('/');
      const [namespace, name] = second === undefined ? [manifest.namespace, first] : [first, second];
      if (!identities.has(`${namespace}/${name}`)) {
        yield { manifest, path, message: `there is no ServiceAccount ${name} in namespace ${namespace}` };
      }
    }
  },
};

function isKnown(principal: string, identities: ReadonlyMap<string, Identity>): boolean {
  const [, namespace = '', account = ''] = /\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(principal) ?? [];
  const named = identities.get(`${namespace}/${account}`);
  return named === undefined
    ? principal.includes('*') && [...identities.values()].some((identity) => matchesPrincipal(principal, identity))
    : matchesPrincipal(principal, named);
}
