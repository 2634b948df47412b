import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import type { PodPort } from '../../inventory/pod-port';
import type { Isolation, NetworkRule } from '../../network/policies';
import { isAboutPort } from '../../network/ports';
import { type LabelSelector, selects } from '../../views/selector';

/**
 * Whether a rule of some policies may let connections with somebody of a namespace pass at a port, whom no file shows: what could be
 * right about addresses, labels of pods, or those of a namespace that the files do not show either, is taken to be.
 */
export function mayPass(inventory: Inventory, { policies, rules }: Isolation, at: PodPort, namespace: string): boolean {
  return (
    policies.length === 0 || rules.some((rule) => isAboutPort(rule.ports, at) && mayBeAbout(inventory, rule, namespace))
  );
}

function mayBeAbout(inventory: Inventory, { policy, peers }: NetworkRule, namespace: string): boolean {
  return (
    peers.length === 0 ||
    peers.some(({ ipBlock, namespaceSelector }) =>
      ipBlock === undefined && namespaceSelector === undefined
        ? policy.manifest.namespace === namespace
        : ipBlock !== undefined || mayFind(inventory, namespaceSelector, namespace),
    )
  );
}

const nameLabel = 'kubernetes.io/metadata.name';

function mayFind(inventory: Inventory, selector: LabelSelector | undefined, namespace: string): boolean {
  const written = inventory.named('', 'Namespace', '', namespace);
  const isShown = written !== undefined && !isAssumed(written);
  const labels = inventory.namespaces.get(namespace) ?? { [nameLabel]: namespace };
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  const isKnown = (key: string): boolean => isShown || key === nameLabel;
  return (
    Object.entries(matchLabels).every(([key, value]) => !isKnown(key) || labels[key] === value) &&
    selects({ matchLabels: {}, matchExpressions: matchExpressions.filter(({ key = '' }) => isKnown(key)) }, labels)
  );
}
