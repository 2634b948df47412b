import { type Promotion, promotionSchema } from '../../lib/canary/promotion';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/cluster-error';
import type { KubeObject } from '../cluster/kube-object';
import { objectIn } from '../cluster/objects';
import type { PromotionName } from './promotion-name';
import * as z from 'zod';

/** A promotion as it is kept, and the version of the object that keeps it. */
export interface Kept {
  readonly promotion: Promotion;
  readonly version: string;
}

const data = z.looseObject({ data: z.object({ promotion: z.string() }) });

/** What is kept, as far as it can be read, and why not. */
export interface Readable {
  readonly kept?: Kept | undefined;
  readonly problem?: string;
}

/** Keeps the promotion of a service in a ConfigMap of its namespace, so that it outlives whoever runs it. */
export class PromotionStore {
  constructor(
    private readonly cluster: Cluster,
    private readonly name: PromotionName,
  ) {}

  /** @throws ClusterError if what is kept can't be read: nobody knows then where the promotion stands */
  async read(): Promise<Kept | undefined> {
    const found = await this.cluster.objects.find(this.object());
    return found && keptIn(found);
  }

  /** The same for who only looks: what can't be read is said, and hides nothing else. */
  async look(): Promise<Readable> {
    const found = await this.cluster.objects.find(this.object());
    try {
      return { kept: found && keptIn(found) };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /**
   * Keeps a promotion in the place of what was read.
   * @param before the version that was read; without one nothing may be there
   * @returns nothing if somebody else wrote in between: then read again
   */
  async write(promotion: Promotion, before: string | undefined): Promise<Kept | undefined> {
    const object = this.object(promotion, before);
    const { objects } = this.cluster;
    const verdict = before === undefined ? await objects.create(object) : await objects.replace(object);
    return verdict.status === 409 ? undefined : { promotion, version: versionOf(objectIn(verdict, object)) };
  }

  /** Changes what is kept, however often others write in between; nothing if nothing is kept. */
  async change(how: (promotion: Promotion) => Promotion): Promise<Promotion | undefined> {
    for (;;) {
      const kept = await this.read();
      const changed = kept && how(kept.promotion);
      if (kept === undefined || changed === undefined || changed === kept.promotion) {
        return kept?.promotion;
      }
      const written = await this.write(changed, kept.version);
      if (written !== undefined) {
        return written.promotion;
      }
    }
  }

  private object(promotion?: Promotion, resourceVersion?: string) {
    const { service, namespace } = this.name;
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: `${service}-promotion`,
        namespace,
        labels: { 'app.kubernetes.io/managed-by': 'mesh-lab' },
        ...(resourceVersion === undefined ? {} : { resourceVersion }),
      },
      data: { promotion: JSON.stringify(promotion, undefined, 2) },
    };
  }
}

function versionOf({ metadata: { resourceVersion = '' } }: KubeObject): string {
  return resourceVersion;
}

/** @throws ClusterError if it is not to be read */
function keptIn(found: KubeObject): Kept {
  try {
    return {
      promotion: promotionSchema.parse(JSON.parse(data.parse(found).data.promotion)),
      version: versionOf(found),
    };
  } catch {
    const { name, namespace = '' } = found.metadata;
    throw new ClusterError(
      `ConfigMap ${namespace}/${name} does not hold a promotion that this version understands`,
      `\`lab canary rollback\` works all the same; then \`kubectl -n ${namespace} delete configmap ${name}\``,
    );
  }
}
