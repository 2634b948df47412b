import { accepted, isOver, rollBack } from '../../lib/canary/promotion';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/cluster-error';
import { objectIn } from '../cluster/objects';
import type { Conflict, Verdict } from '../cluster/verdict';
import type { RollbackOptions } from './options';
import { readyPods } from './ready-pods';
import type { RollbackRoute } from './rollback-routes';
import { storeOf } from './target';

/** What became of the rollback of one service. */
export interface RolledBack {
  readonly service: string;
  /** Whose fields were written over. */
  readonly takenFrom: readonly Conflict[];
  /** The share at which a promotion was ended. @default - none was under way */
  readonly endedPromotionAt?: number;
  /** Why nothing was written. @default - the cluster has accepted it */
  readonly problem?: string;
}

interface Options extends RollbackOptions {
  readonly because: string;
}

/** Never throws: what is wrong with one service keeps no other from its rollback. */
export async function rollBackService(cluster: Cluster, wanted: RollbackRoute, options: Options): Promise<RolledBack> {
  try {
    return await writeBack(cluster, wanted, options);
  } catch (error) {
    return { service: wanted.service, takenFrom: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

async function writeBack(cluster: Cluster, wanted: RollbackRoute, options: Options): Promise<RolledBack> {
  const { service, namespace, route } = wanted;
  const { because, dryRun = false, force = false } = options;
  const store = storeOf(cluster, { name: service, namespace });
  const [ready, kept] = await Promise.all([readyPods(cluster, wanted), store.read().catch(() => undefined)]);
  if (ready.stable === 0 && !force) {
    const remedy = `see why: \`kubectl -n ${namespace} get pods -l version=stable\`; --force sends the requests there all the same`;
    throw new ClusterError(`no pod of ${service} stable is ready to go back to`, remedy);
  }
  const isUnderWay = kept !== undefined && !isOver(kept.promotion);
  if (isUnderWay && !dryRun) {
    // Before the route: whoever promotes reads them the other way round, and can't write over the rollback.
    await store.change((found) => (isOver(found) ? found : rollBack(found, cluster.server.now(), because)));
  }
  const takenFrom = await writeOver(cluster, route, dryRun);
  if (isUnderWay && !dryRun) {
    await store.change((found) => (isOver(found) ? found : accepted(found, cluster.server.now())));
  }
  return { service, takenFrom, ...(isUnderWay ? { endedPromotionAt: kept.promotion.share } : {}) };
}

/** One write; a refused one before it where somebody else owns the fields, so that it can be said who. */
async function writeOver(
  { objects }: Cluster,
  route: RollbackRoute['route'],
  dryRun: boolean,
): Promise<readonly Conflict[]> {
  const first: Verdict = await objects.apply(route, { dryRun });
  if (first.conflicts.length === 0) {
    objectIn(first, route);
    return [];
  }
  objectIn(await objects.apply(route, { force: true, dryRun }), route);
  return first.conflicts;
}
