import { selfSigned as signed } from '../../cli/drill/self-signed';
import type { Certificate } from '../../lib/drill/drill';

/** A key, and a certificate for a host that nobody but itself vouches for; both in PEM. */
export type SelfSigned = Certificate;

/**
 * What Terraform makes for the gateway, as far as a handshake needs it.
 * @param address an IP address that it is for as well
 */
export function selfSigned(host: string, address?: string): SelfSigned {
  return signed(host, { from: '200101000000Z', to: '491231235959Z' }, address === undefined ? undefined : { address });
}

/** A certificate by which a workload of the mesh is known. */
export function ofIdentity(uri: string): SelfSigned {
  return signed('workload', { from: '200101000000Z', to: '491231235959Z' }, { uri });
}
