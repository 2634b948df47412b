import { callingPod } from '../../access/pod';
import { namedServices } from '../../inventory/addresses';
import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import { nameOf } from '../../manifest/manifest';
import { podPortOf } from '../../inventory/pod-port';
import { Network } from '../../network/decide';
import type { Service, ServicePort } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';

/** What the network may do with a call that nobody can tell from YAML is no finding. */
export const cutOffCaller: Check = {
  code: 'LAB019',
  level: 'error',
  title: 'Every call that the files show gets through the NetworkPolicies',
  reason: 'Once one policy isolates a pod, whatever no policy lists is dropped: callers wait until they give up.',
  remedy: 'list the peer and the port of the pod in a NetworkPolicy, not the port of the Service',
  link: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  *find(inventory) {
    const network = new Network(inventory);
    for (const caller of inventory.networkPolicies.length === 0 ? [] : inventory.workloads) {
      const pod = callingPod(inventory, caller);
      for (const { service, port, text, path } of namedServices(inventory, caller)) {
        const refusals =
          port === undefined
            ? []
            : podsBehind(inventory, service, port).map((to) => ({ to, ...network.decide(pod, to) }));
        const refusal = refusals.find(({ passes }) => passes === false);
        if (refusal !== undefined) {
          const message = `${text} is ${nameOf(refusal.to.workload.manifest)}: ${refusal.because}`;
          yield { manifest: caller.manifest, path, message };
        }
      }
    }
  },
};

function podsBehind(inventory: Inventory, service: Service, servicePort: ServicePort) {
  const workloads = inventory.workloadsBehind(service).filter(({ manifest }) => !isAssumed(manifest));
  const { protocol = 'TCP' } = servicePort;
  return workloads.flatMap((workload: Workload) => {
    const port = podPortOf(servicePort, workload);
    return port === undefined ? [] : [{ workload, port, protocol }];
  });
}
