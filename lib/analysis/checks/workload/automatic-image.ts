import type { Check } from '../check';

/** Where the files do not show the namespace, the pod has to say that it wants a proxy: so gateways do. */
export const automaticImage: Check = {
  code: 'IST0146',
  aliases: ['IST0147'],
  level: 'error',
  title: 'A proxy whose image is `auto` is injected',
  reason: 'Only injection puts the real image in its place; without it the pod waits for an image called auto.',
  remedy: 'label the pod sidecar.istio.io/inject: "true", or label its namespace for injection',
  link: 'https://istio.io/latest/docs/setup/additional-setup/gateway/#deploying-a-gateway',
  *find(inventory) {
    for (const workload of inventory.workloads) {
      const { manifest, containers, podPath } = workload;
      const index = containers.findIndex(({ name, image }) => name === 'istio-proxy' && image === 'auto');
      if (index >= 0 && !inventory.isMeshed(workload)) {
        const message = 'nothing injects this pod, so the image stays `auto`';
        yield { manifest, path: [...podPath, 'spec', 'containers', index, 'image'], message };
      }
    }
  },
};
