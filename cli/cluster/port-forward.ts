import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { Settings } from '../../stacks/settings';
import { type Cluster, clusterNameOf } from './cluster';
import { ClusterError } from './cluster-error';
import { clientConfig } from './kubeconfig';
import { isReady } from './readiness';

/** Pods that serve something, by their labels, and the port that they listen on. */
export interface Forwarded {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly port: number;
}

/** A port of 127.0.0.1 that leads to a pod, until it is closed. */
export interface Forward {
  readonly port: number;
  readonly close: () => void;
}

/**
 * Opens a port of 127.0.0.1 that leads to a pod, as `kubectl port-forward` does: what network policies refuse to other pods
 * does not concern it.
 * @param localPort 0 for any free one
 * @throws ClusterError if no such pod is ready, or the port is taken
 */
export async function forward(
  { objects }: Cluster,
  settings: Settings,
  { namespace, labels, port }: Forwarded,
  localPort = 0,
): Promise<Forward> {
  const selector = Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .join(',');
  const pod = (await objects.list('v1', 'Pod', { namespace, labels: selector })).find(isReady);
  if (pod === undefined) {
    throw new ClusterError(`no pod with ${selector} is ready in ${namespace}`, 'bring it up: `lab up`');
  }
  const config = await clientConfig(clusterNameOf(settings));
  const { PortForward } = await import('@kubernetes/client-node');
  const forwarding = new PortForward(config);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    forwarding.portForward(namespace, pod.metadata.name, [port], socket, null, socket).catch(() => socket.destroy());
  });
  server.listen(localPort, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const close = (): void => {
    server.close();
    open.forEach((socket) => socket.destroy());
  };
  return { port: typeof address === 'object' && address !== null ? address.port : localPort, close };
}
