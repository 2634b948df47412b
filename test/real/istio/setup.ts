import { envoy } from '../parts/envoy';
import { etcd } from '../parts/etcd';
import { kubeApiserver } from '../parts/kube-apiserver';
import { pilotDiscovery } from '../parts/pilot-discovery';

/** The long part happens here and not in a test: a build may take many minutes, and a setup has no time limit. */
export default async function setup(): Promise<void> {
  await etcd();
  await kubeApiserver();
  await envoy();
  await pilotDiscovery();
}
