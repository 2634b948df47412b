import type { Hit } from '../../finding';
import type { Inventory } from '../../inventory/inventory';
import type { PeerAuthentication } from '../../views/authentication';
import { reachOf, wholeMesh } from '../../transport/reach';
import type { DestinationRule } from '../../views/destination-rule';
import type { Check } from '../check';
import { mention } from '../mention';

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
  const senders = sendersOf(inventory);
  const { rootNamespace, isAutoMutualTls } = inventory.mesh;
  return inventory.peerAuthentications
    .filter((policy) => policy.spec.mtls?.mode === mode && isGeneral(policy))
    .filter(({ manifest }) => (manifest.namespace === rootNamespace) === isOfMesh)
    .flatMap(({ manifest }): Hit[] => {
      const sender = senders.get(isOfMesh ? wholeMesh : manifest.namespace) ?? senders.get(wholeMesh);
      const at = { manifest, path: ['spec', 'mtls', 'mode'] };
      if (mode === 'STRICT') {
        const message = 'automatic mutual TLS is off, and no DestinationRule of this reach makes clients send it';
        return !isAutoMutualTls && sender?.isSending !== true ? [{ ...at, message }] : [];
      }
      return sender?.isSending === true
        ? [{ ...at, message: `${mention(sender.rule.manifest, tlsPath)} makes clients send mutual TLS` }]
        : [];
    });
}

/** The DestinationRule by which clients send mutual TLS to all hosts of a reach, or else one by which they do not. */
interface Sender {
  readonly rule: DestinationRule;
  readonly isSending: boolean;
}

const tlsPath = ['spec', 'trafficPolicy', 'tls', 'mode'];

/** By the reach of the rules: namespaces, or the mesh. */
function sendersOf({ destinationRules }: Inventory): ReadonlyMap<string, Sender> {
  const senders = new Map<string, Sender>();
  for (const rule of destinationRules) {
    const reach = reachOf(rule.spec.host ?? '');
    const mode = rule.spec.trafficPolicy?.tls?.mode;
    if (reach !== undefined && mode !== undefined && senders.get(reach)?.isSending !== true) {
      senders.set(reach, { rule, isSending: ['ISTIO_MUTUAL', 'MUTUAL'].includes(mode) });
    }
  }
  return senders;
}

function isGeneral({ spec }: PeerAuthentication): boolean {
  return Object.keys(spec.selector?.matchLabels ?? {}).length === 0;
}
