import type { Hit } from '../../finding';
import type { Inventory } from '../../inventory/inventory';
import type { PeerAuthentication } from '../../views/authentication';
import { reachOf, wholeMesh } from '../../transport/reach';
import type { Check } from '../check';

const link = 'https://istio.io/latest/docs/concepts/security/#authentication-policies';
const sendReason = 'With automatic mutual TLS off, clients send plain text until a DestinationRule says otherwise.';
const takeReason =
  'Clients send mutual TLS because a DestinationRule says so, and pods that take plain text refuse it.';

export const strictMeshWithoutClients: Check = {
  code: 'KIA0401',
  level: 'error',
  title: 'Where the mesh wants mutual TLS, clients send it',
  reason: sendReason,
  remedy: 'add a DestinationRule for *.local with mode ISTIO_MUTUAL, or set enableAutoMtls',
  link,
  find: (inventory) => disagreements(inventory, true, 'STRICT'),
};

export const strictNamespaceWithoutClients: Check = {
  code: 'KIA0501',
  level: 'error',
  title: 'Where a namespace wants mutual TLS, clients send it',
  reason: sendReason,
  remedy: 'add a DestinationRule for *.<namespace>.svc.cluster.local with mode ISTIO_MUTUAL, or set enableAutoMtls',
  link,
  find: (inventory) => disagreements(inventory, false, 'STRICT'),
};

export const plainNamespaceWithClients: Check = {
  code: 'KIA0505',
  level: 'error',
  title: 'Where a namespace takes no mutual TLS, clients send none',
  reason: takeReason,
  remedy: 'add a DestinationRule for *.<namespace>.svc.cluster.local with mode DISABLE',
  link,
  find: (inventory) => disagreements(inventory, false, 'DISABLE'),
};

export const plainMeshWithClients: Check = {
  code: 'KIA0506',
  level: 'error',
  title: 'Where the mesh takes no mutual TLS, clients send none',
  reason: takeReason,
  remedy: 'remove the mode from the DestinationRule of the whole mesh, or set it to DISABLE',
  link,
  find: (inventory) => disagreements(inventory, true, 'DISABLE'),
};

function disagreements(inventory: Inventory, isOfMesh: boolean, mode: 'STRICT' | 'DISABLE'): Hit[] {
  const modes = clientModes(inventory);
  const { rootNamespace, isAutoMutualTls } = inventory.mesh;
  return inventory.peerAuthentications
    .filter((policy) => policy.spec.mtls?.mode === mode && isGeneral(policy))
    .filter(({ manifest }) => (manifest.namespace === rootNamespace) === isOfMesh)
    .filter(({ manifest }) => {
      const isSent = modes.get(isOfMesh ? wholeMesh : manifest.namespace) ?? modes.get(wholeMesh);
      return mode === 'STRICT' ? !isAutoMutualTls && isSent !== true : isSent === true;
    })
    .map(({ manifest }) => ({ manifest, path: ['spec', 'mtls', 'mode'], message: messages[mode] }));
}

const messages = {
  STRICT: 'automatic mutual TLS is off, and no DestinationRule of this reach makes clients send it',
  DISABLE: 'a DestinationRule of this reach makes clients send mutual TLS',
};

/** Whether DestinationRules for all hosts of a namespace, or of the mesh, make clients send mutual TLS. */
function clientModes({ destinationRules }: Inventory): ReadonlyMap<string, boolean> {
  const modes = new Map<string, boolean>();
  for (const { spec } of destinationRules) {
    const reach = reachOf(spec.host ?? '');
    const mode = spec.trafficPolicy?.tls?.mode;
    if (reach !== undefined && mode !== undefined) {
      modes.set(reach, modes.get(reach) === true || ['ISTIO_MUTUAL', 'MUTUAL'].includes(mode));
    }
  }
  return modes;
}

function isGeneral({ spec }: PeerAuthentication): boolean {
  return Object.keys(spec.selector?.matchLabels ?? {}).length === 0;
}
