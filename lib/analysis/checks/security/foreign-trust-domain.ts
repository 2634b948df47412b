import { trustDomainNamed, trustDomainsOf } from '../../authorization/identity';
import type { Check } from '../check';
import { sourceValues } from './rule-values';

export const foreignTrustDomain: Check = {
  code: 'KIA0108',
  level: 'warning',
  title: 'Every principal in an AuthorizationPolicy is of a trust domain of the mesh',
  reason: 'Certificates of another trust domain are refused before a policy sees them, unless the mesh knows it.',
  remedy:
    'write cluster.local, which always means the own trust domain, or add an alias to meshConfig.trustDomainAliases',
  link: 'https://istio.io/latest/docs/tasks/security/authorization/authz-td-migration/',
  *find(inventory) {
    const domains = trustDomainsOf(inventory);
    for (const { manifest, value, path } of sourceValues(
      inventory,
      ['principals', 'notPrincipals'],
      'source.principal',
    )) {
      const domain = trustDomainNamed(value);
      if (domain !== undefined && !domains.includes(domain)) {
        const message = `${domain} is no trust domain of the mesh, which knows ${domains.join(', ')}`;
        yield { manifest, path, message };
      }
    }
  },
};
