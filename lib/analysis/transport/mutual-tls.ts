import type { Inventory } from '../inventory/inventory';
import type { PodPort } from '../inventory/pod-port';
import type { PeerAuthentication } from '../views/authentication';
import { selects } from '../views/selector';
import type { Workload } from '../views/workload';
import { isIntercepted } from './interception';

/** What a sidecar takes from its callers. */
export type MutualTls = 'STRICT' | 'PERMISSIVE' | 'DISABLE';

const modes: readonly string[] = ['STRICT', 'PERMISSIVE', 'DISABLE'] satisfies readonly MutualTls[];

/**
 * What is taken at a port of pods: the policy that selects the workload goes before that of its
 * namespace, and that before the mesh's; UNSET asks the next. Modes of single ports count only in a
 * policy with a selector. Where no sidecar has the port there is no TLS to speak of: DISABLE.
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export function mutualTlsOf(inventory: Inventory, to: PodPort): MutualTls {
  if (!isIntercepted(inventory, to)) {
    return 'DISABLE';
  }
  const { workload, port } = to;
  const policies = peerAuthenticationsOf(inventory, workload);
  const own = policies.find(({ spec }) => isSelective(spec));
  const said = [own?.spec.portLevelMtls[String(port)]?.mode, ...policies.map(({ spec }) => spec.mtls?.mode)];
  return said.find(isMutualTls) ?? 'PERMISSIVE';
}

/**
 * Whether a server refuses what a DestinationRule has clients send: STRICT whatever is no mutual TLS,
 * and a server without TLS the mesh's own. Where clients bring certificates of their own (MUTUAL)
 * nobody knows.
 * @param sent the mode of a DestinationRule; DISABLE is plaintext
 */
export function refuses(taken: MutualTls, sent: string): boolean {
  return taken === 'STRICT' ? ['DISABLE', 'SIMPLE'].includes(sent) : taken === 'DISABLE' && sent === 'ISTIO_MUTUAL';
}

/**
 * The policies that apply to a workload, the closest first, one of each reach: of several the oldest
 * counts, taken to be the first of the files. In the root namespace one with a selector counts for
 * nobody, its own pods included.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/security/authn/policy_applier.go ComposePeerAuthentication
 */
export function peerAuthenticationsOf(
  inventory: Inventory,
  workload: Pick<Workload, 'namespace' | 'labels'>,
): PeerAuthentication[] {
  const { rootNamespace } = inventory.mesh;
  const near = workload.namespace === rootNamespace ? [] : inventory.peerAuthenticationsIn(workload.namespace);
  const selecting = near.find(({ spec }) => isSelective(spec) && selects(spec.selector ?? empty, workload.labels));
  const ofNamespace = near.find(({ spec }) => !isSelective(spec));
  const ofMesh = inventory.peerAuthenticationsIn(rootNamespace).find(({ spec }) => !isSelective(spec));
  return [selecting, ofNamespace, ofMesh].filter((policy) => policy !== undefined);
}

const empty = { matchLabels: {}, matchExpressions: [] };

function isSelective({ selector }: PeerAuthentication['spec']): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length > 0;
}

/** Whether a mode says something, rather than leave it to a wider policy. */
export function isMutualTls(mode: string | undefined): mode is MutualTls {
  return mode !== undefined && modes.includes(mode);
}
