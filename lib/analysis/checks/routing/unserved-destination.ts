import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import type { Manifest } from '../../manifest/manifest';
import type { Destination } from '../../views/virtual-service';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';
import { configurationOf } from '../../routing/configuration';
import { allShares, workloadsMeant } from '../../routing/destinations';

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
    for (const { manifest, destinations, path } of allShares(configurationOf(inventory).routes)) {
      for (const [number, { destination, weight = 0 }] of destinations.entries()) {
        const { host = '', subset } = destination ?? {};
        const pods = podsOf(inventory, manifest, destination);
        const isUnserved =
          pods.length > 0 && pods.every(({ replicas, namespace }) => replicas === 0 && !scaled.has(namespace));
        if (isUnserved && (destinations.length === 1 || weight > 0)) {
          const names = pods.map((pod) => mention(pod.manifest)).join(' and ');
          const share = destinations.length === 1 ? 'all requests of the route' : `a share of ${weight}`;
          const verb = pods.length === 1 ? 'has' : 'have';
          const message = `${names} ${verb} 0 replicas, and ${subset ?? host} gets ${share}`;
          yield { manifest, path: [...path, number], message };
        }
      }
    }
  },
};

function podsOf(inventory: Inventory, manifest: Manifest, destination: Destination | undefined): readonly Workload[] {
  return workloadsMeant(inventory, manifest, destination).filter((workload) => !isAssumed(workload.manifest));
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
