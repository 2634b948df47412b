import { isTemplate } from '../../authorization/patterns';
import { actionOf } from '../../views/authorization-policy';
import type { Check } from '../check';
import { operationValues, sourceValues } from './rule-values';

/** Fields whose stars stand for something at one of their ends alone. */
const ofOperations = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'] as const;
const ofSources = ['principals', 'notPrincipals', 'requestPrincipals', 'notRequestPrincipals'] as const;

/** In the names of namespaces stars may stand anywhere; those of trust domains and accounts are refused. */
export const literalStar: Check = {
  code: 'LAB080',
  level: 'warning',
  title: 'Every star in an AuthorizationPolicy stands for something',
  reason:
    'A star is a wildcard at the start or the end of a value, not at both, and not inside, where it is a letter like any other: no request has it, so the rule lets nobody in, or keeps nobody out.',
  remedy: 'keep one star, at one end of the value; in paths write {*} for one segment and {**} for all that follow',
  link: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation',
  *find(inventory) {
    const denying = new Set(
      inventory.authorizationPolicies
        .filter((policy) => actionOf(policy) === 'DENY')
        .map(({ manifest: { namespace, name } }) => `${namespace}/${name}`),
    );
    const values = [
      ...operationValues(inventory, ofOperations),
      ...sourceValues(inventory, ofSources, 'source.principal'),
    ];
    for (const { manifest, value, path } of values) {
      if (!isTemplate(value) && literalsOf(value).includes('*')) {
        const isDeny = denying.has(`${manifest.namespace}/${manifest.name}`);
        const isNegated = path.some((step) => /^not/.test(String(step)));
        const effect = isDeny !== isNegated ? 'and what it is meant for is not refused' : 'and matches nothing else';
        yield { manifest, path, message: `a star of ${value} stands for itself, ${effect}` };
      }
    }
  },
};

/** What of a value is compared letter by letter: without the one star that counts. */
function literalsOf(value: string): string {
  return value.startsWith('*') ? value.slice(1) : value.replace(/\*$/, '');
}
