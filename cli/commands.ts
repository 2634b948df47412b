import { contextOf, type Settings } from '../stacks/settings';

/** What brings up the lab, command by command. */
export function bringUpCommands(settings: Settings): string[] {
  const stacks = settings.target === 'kind' ? 'cluster platform observability' : 'platform observability';
  return [`npx cdktf deploy ${stacks}`, `kubectl apply --server-side -f dist/ ${clusterOptions(settings)}`];
}

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

function clusterOptions(settings: Settings): string {
  return `--kubeconfig ${settings.cluster.kubeconfig} --context ${contextOf(settings)}`;
}
