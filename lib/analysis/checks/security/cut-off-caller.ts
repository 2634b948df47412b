import { destinationsCalled } from '../../access/called';
import { callingPod } from '../../access/pod';
import { addressesOf } from '../../inventory/addresses';
import { isAssumed } from '../../inventory/assumed';
import { Network } from '../../network/decide';
import { clientOf } from '../../routing/client';
import type { Check } from '../check';
import { mention, mentions } from '../mention';

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
      const client = clientOf(inventory, caller);
      for (const address of addressesOf(inventory, caller)) {
        const { host, text, path } = address;
        const refusals = destinationsCalled(inventory, client, address)
          .filter(({ workload }) => !isAssumed(workload.manifest))
          .map((to) => ({ to, ...network.decide(pod, to) }));
        const refusal = refusals.find(({ passes }) => passes === false);
        if (refusal !== undefined) {
          const verb = refusal.to.service?.service.host === host ? 'is' : 'leads to';
          const message = `${text} ${verb} ${mention(refusal.to.workload.manifest)}: ${refusal.because} (${mentions(refusal.policies)})`;
          yield { manifest: caller.manifest, path, message };
        }
      }
    }
  },
};
