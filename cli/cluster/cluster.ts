import { contextOf, type Settings } from '../../stacks/settings';
import { ApiServer } from './api-server';
import { accessTo } from './kubeconfig';
import { Objects } from './objects';

/** The cluster that the settings name. */
export interface Cluster {
  /** As people know it: its context. */
  readonly name: string;
  readonly server: ApiServer;
  readonly objects: Objects;
}

/**
 * Connects to the cluster that the settings name. Nothing is sent yet.
 * @throws InputError if the kubeconfig does not lead to one
 */
export async function connect(settings: Settings): Promise<Cluster> {
  const context = contextOf(settings);
  const server = new ApiServer(await accessTo({ kubeconfig: settings.cluster.kubeconfig, context }));
  return { name: context, server, objects: new Objects(server) };
}
