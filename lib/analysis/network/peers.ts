import { all, any, type Truth, not } from '../truth';
import type { Inventory } from '../inventory/inventory';
import type { Labels } from '../manifest/manifest';
import type { NetworkPeer } from '../views/network-policy';
import { selects } from '../views/selector';
import type { NetworkRule } from './policies';

/** The pod at the other end of a connection. */
export interface Peer {
  readonly namespace: string;
  readonly labels: Labels;
  readonly isOnHostNetwork: boolean;
}

/**
 * Whether a rule is about a pod at the other end. Selectors of one entry hold together, and a
 * selector of pods alone is about the namespace of the policy.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
 */
export function isAboutPeer({ policy, peers }: NetworkRule, peer: Peer, { namespaces }: Inventory): Truth {
  const { namespace } = policy.manifest;
  return peers.length === 0 || any(peers.map((one) => isPeer(one, peer, namespace, namespaces)));
}

function isPeer(
  { podSelector, namespaceSelector, ipBlock }: NetworkPeer,
  { namespace, labels, isOnHostNetwork }: Peer,
  ownNamespace: string,
  namespaces: Inventory['namespaces'],
): Truth {
  if (ipBlock !== undefined) {
    return isInBlock(ipBlock);
  }
  const isThere =
    namespaceSelector === undefined
      ? podSelector !== undefined && namespace === ownNamespace
      : selects(namespaceSelector, namespaces.get(namespace) ?? { 'kubernetes.io/metadata.name': namespace });
  const isSelected = isThere && (podSelector === undefined || selects(podSelector, labels));
  return isSelected && isOnHostNetwork
    ? { doubt: 'a selector may not find pods on the network of their node' }
    : isSelected;
}

/**
 * Pods get their addresses when they start. A range of all addresses has theirs, and one that leaves
 * out every private network has not: a cluster's pods are in one. Link-local addresses are nobody's.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource
 */
function isInBlock({ cidr = '', except }: NonNullable<NetworkPeer['ipBlock']>): Truth {
  const left = except.filter((range) => !range.startsWith('169.254.'));
  const isLeftOut = privateRanges.every((range) => left.includes(range));
  const doubt = { doubt: `it depends on the addresses of pods (${[cidr, ...left].join(' except ')})` };
  return all([/\/0$/.test(cidr) || doubt, not(isLeftOut || (left.length > 0 && doubt))]);
}

const privateRanges = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'];
