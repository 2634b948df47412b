import { addressesOf } from '../../inventory/addresses';
import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import { type Isolation, NetworkPolicies } from '../../network/policies';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention, mentions } from '../mention';
import { mayPass } from './open-rules';

/** Pods that nobody runs a proxy for need names only if they call somebody. */
export const cutOffProxy: Check = {
  code: 'LAB087',
  level: 'error',
  title: 'NetworkPolicies let every sidecar reach istiod, and every caller DNS',
  reason:
    'No file says that a sidecar calls istiod for its certificate and its configuration, and DNS to find it: without either the pod never gets ready.',
  remedy:
    'let the pods reach port 15012/TCP of istiod in its namespace, and port 53 by UDP and TCP of DNS in kube-system',
  link: 'https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio',
  *find(inventory) {
    const policies = new NetworkPolicies(inventory);
    const reported = new Set<string>();
    for (const workload of inventory.networkPolicies.length === 0 ? [] : inventory.workloads) {
      const isolation = policies.isolating(workload, 'Egress');
      const [policy, ...others] = isolation.policies.map(({ manifest }) => manifest);
      const missing = isAssumed(workload.manifest) ? [] : missingFor(inventory, workload, isolation);
      const key = [isolation.names, ...missing].join();
      if (policy !== undefined && missing.length > 0 && !reported.has(key)) {
        reported.add(key);
        const beside = others.length === 0 ? '' : `, nor does one of ${mentions(others)}`;
        const message = `no egress rule lets ${mention(workload.manifest)} reach ${missing.join(', or ')}${beside}`;
        yield { manifest: policy, path: ['spec'], message };
      }
    }
  },
};

/** What a pod has to reach, and does not. */
function missingFor(inventory: Inventory, workload: Workload, isolation: Isolation): string[] {
  const planes = [...new Set(inventory.pods.selected({ app: 'istiod' }).map(({ namespace }) => namespace))];
  const isMeshed = inventory.isMeshed(workload) && !workload.isOnHostNetwork;
  const isCalling = isMeshed || [...addressesOf(inventory, workload)].some(({ host }) => inventory.knowsHost(host));
  const reaches = (port: number, protocol: string, namespace: string): boolean =>
    mayPass(inventory, isolation, { workload, port, protocol }, namespace);
  return [
    ...(isMeshed && !planes.some((namespace) => reaches(15012, 'TCP', namespace))
      ? [`istiod at port 15012 of namespace ${planes.join()}`]
      : []),
    ...(isCalling && !dnsPorts.some((port) => reaches(port, 'UDP', 'kube-system')) ? ['DNS at port 53'] : []),
  ];
}

/** Of DNS, and of what some clusters have behind its Service. */
const dnsPorts: readonly number[] = [53, 5353, 1053, 8053];
