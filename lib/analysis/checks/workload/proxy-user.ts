import type { Check } from '../check';
import { mayBeMeshed } from './injection';

const ofProxy = 1337;

export const proxyUser: Check = {
  code: 'IST0144',
  level: 'warning',
  title: 'No application runs as the user of the sidecar',
  reason:
    'Traffic of user 1337 is taken for that of the proxy and goes around it: no mutual TLS, no routes, no policies.',
  remedy: 'run the application as another user',
  link: 'https://istio.io/latest/docs/ops/deployment/application-requirements/#pod-requirements',
  *find(inventory) {
    for (const workload of inventory.workloads.filter((one) => mayBeMeshed(inventory, one))) {
      const { manifest, containers, runAsUser, podPath } = workload;
      const message = `the user is ${ofProxy}, that of the sidecar`;
      for (const [index, { name, securityContext }] of containers.entries()) {
        const isOwn = securityContext?.runAsUser === ofProxy;
        if (name !== 'istio-proxy' && (securityContext?.runAsUser ?? runAsUser) === ofProxy) {
          const place = isOwn ? ['containers', index] : [];
          yield { manifest, path: [...podPath, 'spec', ...place, 'securityContext', 'runAsUser'], message };
        }
      }
    }
  },
};
