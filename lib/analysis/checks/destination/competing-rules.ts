import { isAssumed } from '../../inventory/assumed';
import { qualified } from '../../inventory/hosts';
import { indexBy } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import { areSeenTogether, isVisible } from '../../inventory/visibility';
import { clientOf } from '../../routing/client';
import { SidecarScope } from '../../routing/sidecar-scope';
import type { DestinationRule } from '../../views/destination-rule';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';

/**
 * Istio merges rules of one namespace that are exported to the same namespaces, so each may make
 * other subsets and one may have the policy of them all. Rules of other namespaces are for other
 * clients, and a wildcard steps back for the host itself: both are faults to Kiali alone. What no Sidecar lets a client see is not
 * used anyway.
 */
export const competingRules: Check = {
  code: 'KIA0201',
  level: 'warning',
  title: 'No two DestinationRules say something else about one host',
  reason: 'Istio uses the older one, and which that is no file says: what the other says is dropped without a word.',
  remedy: 'put both into one DestinationRule',
  link: 'https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services',
  *find(inventory) {
    const byHost = indexBy(inventory.destinationRules, ({ manifest, spec }) => {
      const selector = Object.entries(spec.workloadSelector?.matchLabels ?? {}).sort();
      return JSON.stringify([manifest.namespace, qualified(spec.host ?? '', manifest.namespace), selector]);
    });
    for (const group of byHost.values()) {
      for (const [number, rule] of group.entries()) {
        const older = group.slice(0, number).find((other) => dropped(other, rule) !== undefined);
        const found = older === undefined ? undefined : dropped(older, rule);
        if (found !== undefined && isUsed(inventory, rule)) {
          yield { manifest: rule.manifest, ...found };
        }
      }
    }
  },
};

/** What of the second rule is dropped if the first is older. */
function dropped(one: DestinationRule, other: DestinationRule): { path: FieldPath; message: string } | undefined {
  const { namespace } = one.manifest;
  const [first, second] = [one, other].map(({ spec }) => [...new Set(spec.exportTo)].sort().join(' '));
  if (first !== second) {
    const isShared = areSeenTogether({ namespace, ...one.spec }, { namespace, ...other.spec });
    return isShared
      ? { path: ['spec', 'exportTo'], message: `${mention(one.manifest)} is for the same host, and some see both` }
      : undefined;
  }
  const names = new Set(one.spec.subsets.map((subset) => subset.name));
  const index = other.spec.subsets.findIndex((subset) => names.has(subset.name));
  if (index >= 0) {
    const message = `${mention(one.manifest)} makes a subset ${other.spec.subsets[index]?.name ?? ''} of the same host`;
    return { path: ['spec', 'subsets', index], message };
  }
  const haveBoth = one.spec.trafficPolicy !== undefined && other.spec.trafficPolicy !== undefined;
  return haveBoth
    ? { path: ['spec', 'trafficPolicy'], message: `${mention(one.manifest)} has a policy for the same host` }
    : undefined;
}

/** Whether some client may use a rule: where the files show the clients, one of them has to see the host. */
function isUsed(inventory: Inventory, rule: DestinationRule): boolean {
  const host = qualified(rule.spec.host ?? '', rule.manifest.namespace);
  const clients = host.startsWith('*') ? [] : clientsOf(inventory, rule, host);
  return (
    clients.length === 0 ||
    clients.some((workload) => new SidecarScope(inventory, clientOf(inventory, workload)).reaches(host))
  );
}

/** The pods of the files that get a rule: those of its namespace, and of those that it is exported to beside the host. */
function clientsOf(inventory: Inventory, { manifest: { namespace }, spec }: DestinationRule, host: string): Workload[] {
  const isForOthers = [inventory.ownerOf(host), inventory.mesh.rootNamespace].includes(namespace);
  return inventory.workloads.filter(
    ({ manifest, namespace: reader }) =>
      !isAssumed(manifest) && (reader === namespace || isForOthers) && isVisible(spec.exportTo, namespace, reader),
  );
}
