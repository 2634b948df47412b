import { contextOf, type Settings } from '../../stacks/settings';
import { ApiServer } from './api-server';
import { accessTo } from './kubeconfig';
import type { ClusterName } from './kubeconfig-file';
import { printError } from '../print';
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
  const name = clusterNameOf(settings);
  const server = new ApiServer(await accessTo(name));
  return { name: name.context, server, objects: new Objects(server) };
}

/** The kubeconfig and the context of the settings. */
export function clusterNameOf(settings: Settings): ClusterName {
  return { kubeconfig: settings.cluster.kubeconfig, context: contextOf(settings) };
}

/**
 * The same for who changes something there, or makes pods: says first which cluster that is, on stderr.
 * @throws InputError if the kubeconfig does not lead to one
 */
export async function connectToAct(settings: Settings): Promise<Cluster> {
  const cluster = await connect(settings);
  nameCluster(settings);
  return cluster;
}

/** Says on stderr which cluster a command acts on. */
export function nameCluster(settings: Settings): void {
  printError(`cluster: context ${contextOf(settings)} of ${settings.cluster.kubeconfig}`);
}
