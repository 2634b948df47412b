import { actionOf } from '../../../views/authorization-policy';
import type { SchemaRule } from './rule';

/** Fields of sources that a rule of CUSTOM may not have: providers are asked before anybody's identity is looked at. */
const identities = [
  ...([
    'namespaces',
    'notNamespaces',
    'serviceAccounts',
    'notServiceAccounts',
    'trustDomains',
    'notTrustDomains',
  ] as const),
  ...(['principals', 'notPrincipals', 'requestPrincipals', 'notRequestPrincipals'] as const),
];
const keys = /^(source\.(namespace|serviceAccount|trustDomain|principal)$|request\.auth\.)/;
const remedy =
  'choose requests by hosts, paths, methods, headers or addresses, and let the provider look at identities';

/** @see https://github.com/istio/istio/blob/release-1.30/pkg/config/validation/validation.go ValidateAuthorizationPolicy */
export const customAction: SchemaRule = function* find({ authorizationPolicies }) {
  for (const policy of authorizationPolicies.filter((one) => actionOf(one) === 'CUSTOM')) {
    const { manifest, spec } = policy;
    for (const [number, { from, when }] of spec.rules.entries()) {
      const start = ['spec', 'rules', number];
      for (const [index, { source }] of from.entries()) {
        for (const field of identities.filter((one) => (source?.[one] ?? []).length > 0)) {
          const message = `the action CUSTOM does not support ${field}`;
          yield { manifest, path: [...start, 'from', index, 'source', field], message, remedy };
        }
      }
      for (const [index, { key = '' }] of when.entries()) {
        if (keys.test(key)) {
          const message = `the action CUSTOM does not support conditions on ${key}`;
          yield { manifest, path: [...start, 'when', index, 'key'], message, remedy };
        }
      }
    }
  }
};
