import { connect } from '../cluster/cluster';
import { nodesOf } from '../docker/docker';
import { readInventory } from '../read/read-inventory';
import { renderedFolders } from '../up/render-stage';
import type { Site } from '../up/site';
import { wouldRemove } from './remove-objects';
import { wouldRemovePromotions } from './remove-promotions';

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
  const { manifests } = readInventory([renderedFolders.kubernetes]);
  const { server, objects } = await connect(settings);
  try {
    const promotions = await wouldRemovePromotions(objects, lab.mesh.services);
    const lines = await wouldRemove(objects, manifests);
    return [...promotions, ...lines, 'would destroy what Terraform installed: observability, then platform'];
  } finally {
    server.close();
  }
}
