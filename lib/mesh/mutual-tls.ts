import { Construct } from 'constructs';
import { PeerAuthentication, PeerAuthenticationSpecMtlsMode } from '../../imports/security.istio.io';

/**
 * STRICT mTLS for every pod of a namespace; in Istio's root namespace, for the whole mesh.
 * Named `default`, as Istio's own documentation does: a second one in a namespace is a mistake.
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export class StrictMutualTls extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new PeerAuthentication(this, 'policy', {
      metadata: { name: 'default' },
      spec: { mtls: { mode: PeerAuthenticationSpecMtlsMode.STRICT } },
    });
  }
}
