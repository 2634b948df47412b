import { Construct } from 'constructs';
import { PeerAuthentication, PeerAuthenticationSpecMtlsMode as Mode } from '../../imports/security.istio.io';
import type { MutualTlsMode } from '../model/mesh';

const modes = { strict: Mode.STRICT, permissive: Mode.PERMISSIVE } as const;

/**
 * mTLS for every pod of a namespace; in Istio's root namespace, for the whole mesh.
 * Named `default`, as Istio's own documentation does: a second one in a namespace is a mistake.
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export class MutualTls extends Construct {
  constructor(scope: Construct, id: string, mode: MutualTlsMode) {
    super(scope, id);
    new PeerAuthentication(this, 'policy', {
      metadata: { name: 'default' },
      spec: { mtls: { mode: modes[mode] } },
    });
  }
}
