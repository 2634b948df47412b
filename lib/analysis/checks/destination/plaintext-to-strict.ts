import type { Check } from '../check';
import { tlsClashes } from './client-tls';

/** TLS of another kind than Istio's own is as good as none to a server that wants Istio's. */
export const plaintextToStrict: Check = {
  code: 'KIA0207',
  aliases: ['KIA0208'],
  level: 'error',
  title: 'Clients send mutual TLS to servers that take nothing else',
  reason: 'A server in STRICT mode refuses every connection without the mesh’s own mutual TLS: all requests fail.',
  remedy: 'remove `tls` from the DestinationRule: Istio then sends what each server takes',
  link: 'https://kiali.io/docs/features/validations/#kia0207---peerauthentication-with-tls-strict-mode-found-it-should-be-permissive',
  *find(inventory) {
    for (const { rule, path, sent, servers } of tlsClashes(inventory, 'STRICT')) {
      const what = sent === 'DISABLE' ? 'plaintext' : 'TLS of another kind';
      const message = `clients send ${what} (${sent}) to ${servers}, where STRICT holds`;
      yield { manifest: rule.manifest, path, message };
    }
  },
};
