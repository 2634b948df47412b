import type { Check } from '../check';

export const namelessProbe: Check = {
  code: 'LAB069',
  level: 'error',
  title: 'Every port that a probe names is one of its container',
  reason: 'The kubelet finds no such port, so the probe fails: the pod never gets ready, or is restarted for ever.',
  remedy: 'name a port of the container as containers.ports does, or write its number',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  *find({ workloads }) {
    for (const { manifest, containers, podPath } of workloads) {
      for (const [index, container] of containers.entries()) {
        for (const kind of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
          for (const way of ['httpGet', 'tcpSocket'] as const) {
            const port = container[kind]?.[way]?.port;
            const isNamed = port !== undefined && !/^\d*$/.test(port);
            if (isNamed && !container.ports.some(({ name }) => name === port)) {
              const message = `the container ${container.name ?? ''} has no port called ${port}`;
              yield { manifest, path: [...podPath, 'spec', 'containers', index, kind, way, 'port'], message };
            }
          }
        }
      }
    }
  },
};
