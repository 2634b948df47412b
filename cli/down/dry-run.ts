import { connect } from '../cluster/cluster';
import { nodesOf } from '../docker/docker';
import { readWhole } from '../read/read-inventory';
import { renderedFolders } from '../render/rendered-folders';
import type { Site } from '../up/site';
import { wouldRemove } from './remove-objects';
import { wouldRemoveRecords } from './remove-records';

/** What would be removed, line by line; Terraform is not run. */
export async function wouldTakeDown({ lab }: Site): Promise<string[]> {
  const { settings } = lab;
  if (settings.target === 'kind') {
    const nodes = await nodesOf(settings.cluster.name);
    return [
      nodes.length === 0
        ? `the Kind cluster ${settings.cluster.name} is gone already`
        : `would delete the Kind cluster ${settings.cluster.name}: ${nodes.map(({ name }) => name).join(', ')}`,
      'would forget the Terraform state of cluster, platform and observability',
      `would remove its context from ${settings.cluster.kubeconfig}`,
    ];
  }
  const { manifests } = readWhole([renderedFolders.kubernetes]);
  const { server, objects } = await connect(settings);
  try {
    const records = await wouldRemoveRecords(objects, lab.mesh.services);
    const lines = await wouldRemove(objects, manifests);
    return [...records, ...lines, 'would destroy what Terraform installed: observability, then platform'];
  } finally {
    server.close();
  }
}
