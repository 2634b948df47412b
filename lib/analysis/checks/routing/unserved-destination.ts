import { isAssumed } from '../../inventory/assumed';
import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { includesLabels } from '../../views/selector';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { allShares } from '../../views/destinations';

/** That there are no pods of a subset at all is another matter: KIA0203. */
export const unservedDestination: Check = {
  code: 'LAB012',
  level: 'error',
  title: 'Every destination that gets requests has pods to answer them',
  reason: 'Requests for a release that is scaled to nothing are answered with 503.',
  remedy: 'give the release replicas before it gets requests, or weight 0',
  link: 'https://istio.io/latest/docs/ops/common-problems/network-issues/#503-errors-after-setting-destination-rule',
  *find(inventory) {
    const scaled = scaledElsewhere(inventory);
    for (const { route, destinations, path } of allShares(inventory.virtualServices)) {
      for (const [number, { destination, weight = 0 }] of destinations.entries()) {
        const { host = '', subset } = destination ?? {};
        const pods = podsOf(inventory, qualified(host, route.manifest.namespace), subset);
        const isUnserved =
          pods.length > 0 && pods.every(({ replicas, namespace }) => replicas === 0 && !scaled.has(namespace));
        if (isUnserved && (destinations.length === 1 || weight > 0)) {
          const names = pods.map(({ kind, name }) => `${kind} ${name}`).join(' and ');
          const share = destinations.length === 1 ? 'all requests of the route' : `a share of ${weight}`;
          const verb = pods.length === 1 ? 'has' : 'have';
          const message = `${names} ${verb} 0 replicas, and ${subset ?? host} gets ${share}`;
          yield { manifest: route.manifest, path: [...path, number], message };
        }
      }
    }
  },
};

function podsOf(inventory: Inventory, host: string, subset: string | undefined): readonly Workload[] {
  const service = inventory.serviceOf(host);
  if (service === undefined || isAssumed(service.manifest)) {
    return [];
  }
  const pods = inventory.workloadsBehind(service);
  const subsets = inventory.destinationRulesOf(host).flatMap(({ spec }) => spec.subsets);
  const labels = subsets.find(({ name }) => name === subset)?.labels;
  return subset === undefined ? pods : pods.filter((one) => labels !== undefined && includesLabels(one.labels, labels));
}

/** Namespaces where others than the files say how many pods there are. */
function scaledElsewhere(inventory: Inventory): ReadonlySet<string> {
  const scalers = [
    ...inventory.ofKind('argoproj.io', 'Rollout'),
    ...inventory.ofKind('flagger.app', 'Canary'),
    ...inventory.ofKind('keda.sh', 'ScaledObject'),
  ];
  return new Set(scalers.map(({ namespace }) => namespace));
}
