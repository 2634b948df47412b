import type { Hit } from '../../finding';
import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import { isVisible } from '../../inventory/visibility';
import { clientOf } from '../../routing/client';
import type { NamedDestination } from '../../routing/destinations';
import { SidecarScope } from '../../routing/sidecar-scope';
import { destinationPolicyOf, subsetOf } from '../../transport/destination-policy';
import type { DestinationRule } from '../../views/destination-rule';
import type { Workload } from '../../views/workload';
import { mention } from '../mention';
import { isForSidecar, isForSidecars } from './rule-takers';

/**
 * Where some sidecars have another DestinationRule for a host than the one that makes a subset: one of their own namespace, or one
 * that selects their pods, goes before that of the host's owner, and nothing of the other is left.
 * @see https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration
 */
export function* hiddenSubsets(
  inventory: Inventory,
  named: NamedDestination,
  host: string,
  making: DestinationRule,
): Generator<Hit> {
  const { route, path } = named;
  const { subset = '' } = named.destination;
  const rules = inventory.destinationRulesOf(host);
  const isSelective = making.spec.workloadSelector !== undefined;
  const namespaces = new Set(rules.map(({ manifest }) => manifest.namespace));
  const near = rules.length === 1 ? [] : [...namespaces].flatMap((one) => inventory.pods.in(one));
  const workloads = isForSidecars(named) ? (isSelective ? inventory.workloads : near) : [];
  const reported = new Set<DestinationRule | undefined>();
  for (const workload of workloads.filter((one) => isSender(inventory, one, named, host))) {
    const policy = destinationPolicyOf(inventory, host, workload);
    const [hiding] = policy.rules;
    const isHidden = subsetOf(policy, subset) === undefined;
    if (isHidden && !reported.has(hiding)) {
      reported.add(hiding);
      const [what, who] = [`subset ${subset} of ${mention(making.manifest)}`, mention(workload.manifest)];
      const where = [...path, 'subset'];
      yield hiding === undefined
        ? { manifest: route.manifest, path: where, message: `for ${who} there is no ${what}: that is for other pods` }
        : {
            manifest: hiding.manifest,
            path: ['spec', 'host'],
            message: `it hides ${what} from ${who}, which ${mention(route.manifest, where)} sends there`,
            remedy: 'make the subset in this rule too, or put what it says into the other one',
          };
    }
  }
}

/** Whether a sidecar gets a route, and can send to a host by it. */
function isSender(inventory: Inventory, workload: Workload, named: NamedDestination, host: string): boolean {
  const { manifest, spec } = named.route;
  const client = clientOf(inventory, workload);
  return (
    client.isMeshed &&
    !client.isGateway &&
    !isAssumed(workload.manifest) &&
    isForSidecar(named, client) &&
    isVisible(spec.exportTo, manifest.namespace, workload.namespace) &&
    new SidecarScope(inventory, client).reaches(host)
  );
}
