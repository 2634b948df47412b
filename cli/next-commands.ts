import { contextOf, type Settings } from '../stacks/settings';

/** What brings up the lab: what is missing, and then everything. A second run goes on where the first one ended. */
export const bringUpCommands: readonly string[] = ['npm run lab -- doctor', 'npm run lab -- up'];

/** A Service of the cluster at a port of 127.0.0.1, as long as the command runs. */
export interface Forward {
  readonly namespace: string;
  readonly service: string;
  readonly port: number;
  readonly localPort: number;
}

export function portForwardCommand({ namespace, service, port, localPort }: Forward, settings: Settings): string {
  return `kubectl port-forward -n ${namespace} svc/${service} ${localPort}:${port} ${clusterOptions(settings)}`;
}

/** How kubectl is told the lab's cluster: without, it takes whichever is current. */
export function clusterOptions(settings: Settings): string {
  return `--kubeconfig ${settings.cluster.kubeconfig} --context ${contextOf(settings)}`;
}
