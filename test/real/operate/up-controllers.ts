import * as z from 'zod';
import type { Cluster } from '../../../cli/cluster/cluster';
import type { KubeObject } from '../../../cli/cluster/kube-object';

const deployment = z.looseObject({ spec: z.looseObject({ replicas: z.number() }) });
const leaving = z.looseObject({ metadata: z.looseObject({ deletionTimestamp: z.string() }) });

/** Stands for the controllers of a cluster that has none: Deployments get their pods, and namespaces end. */
export class Controllers {
  /** Whether pods get ready. */
  nodesWork = false;
  private isStopped = false;

  constructor(private readonly cluster: Pick<Cluster, 'server' | 'objects'>) {
    void this.work();
  }

  stop(): void {
    this.isStopped = true;
  }

  private async work(): Promise<void> {
    while (!this.isStopped) {
      try {
        await this.finishNamespaces();
        if (this.nodesWork) {
          await this.readyDeployments();
        }
      } catch {
        // The server is busy, or gone: the next round tells.
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async readyDeployments(): Promise<void> {
    for (const object of await this.cluster.objects.list('apps/v1', 'Deployment')) {
      const { namespace = '', name, generation } = object.metadata;
      const { replicas } = deployment.parse(object).spec;
      const status = { observedGeneration: generation, replicas, updatedReplicas: replicas };
      await this.cluster.server.send('PATCH', `/apis/apps/v1/namespaces/${namespace}/deployments/${name}/status`, {
        type: 'application/merge-patch+json',
        text: JSON.stringify({ status: { ...status, readyReplicas: replicas, availableReplicas: replicas } }),
      });
    }
  }

  private async finishNamespaces(): Promise<void> {
    const namespaces = await this.cluster.objects.list('v1', 'Namespace');
    for (const object of namespaces.filter((one) => leaving.safeParse(one).success)) {
      await this.finish(object);
    }
  }

  private async finish(namespace: KubeObject): Promise<void> {
    await this.cluster.server.send('PUT', `/api/v1/namespaces/${namespace.metadata.name}/finalize`, {
      type: 'application/json',
      text: JSON.stringify({ ...namespace, spec: { finalizers: [] } }),
    });
  }
}
