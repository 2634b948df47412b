import type { Check } from '../check';
import { tlsClashes } from './client-tls';

/**
 * Kiali wants a PeerAuthentication wherever a rule sends mutual TLS. None is needed: servers take
 * it unless a policy switches it off, or they have no sidecar.
 */
export const mutualToPlaintext: Check = {
  code: 'KIA0206',
  aliases: ['KIA0205'],
  level: 'error',
  title: 'Clients send mutual TLS to servers that can take it',
  reason: 'A server without a sidecar, or in mode DISABLE, does not understand mutual TLS: all requests fail with 503.',
  remedy: 'remove `tls` from the DestinationRule: Istio then sends what each server takes',
  link: 'https://kiali.io/docs/features/validations/#kia0206---peerauthentication-enabling-namespace-wide-mtls-is-missing',
  *find(inventory) {
    for (const { rule, path, servers } of tlsClashes(inventory, 'DISABLE')) {
      const message = `clients send mutual TLS to ${servers}, which takes none: mode DISABLE, or no sidecar`;
      yield { manifest: rule.manifest, path, message };
    }
  },
};
