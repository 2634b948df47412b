import type { Judgement } from '../../lib/canary/judgement';
import { liveSplit } from '../../lib/canary/live-split';
import { isOver, type Promotion } from '../../lib/canary/promotion';
import type { Service } from '../../lib/model/service';
import { type Cluster, connect } from '../cluster/cluster';
import { type Lab, readLab } from '../read/read-lab';
import type { WriteOptions } from './options';
import { gateOf } from './gate';
import { readyPods } from './ready-pods';
import { routeName } from './route-object';
import type { CanaryStatus } from './canary-status';
import { statusText } from './status-text';
import { serviceNamed, storeOf } from './target';
import { print } from '../print';

/** Prints where the canaries stand; ends with 1 if file and cluster disagree. */
export async function canaryStatus(name: string | undefined, { json }: Pick<WriteOptions, 'json'>): Promise<void> {
  const lab = readLab(process.env);
  const services = name === undefined ? lab.mesh.services.filter(({ canary }) => canary) : [serviceNamed(lab, name)];
  const cluster = await connect(lab.settings);
  const found = await Promise.all(services.map((service) => statusOf(lab, cluster, service)));
  print(json === true ? JSON.stringify(found, undefined, 2) : statusText(found, cluster.server.now()));
  process.exitCode = found.every(({ wanted, live }) => wanted === live) ? 0 : 1;
}

/** Without a promotion the gate looks this far back. */
const usualWindow = 5 * 60_000;

async function statusOf(lab: Lab, cluster: Cluster, service: Service): Promise<CanaryStatus> {
  const { name, namespace } = service;
  const [route, ready, { kept, problem }] = await Promise.all([
    cluster.objects.find(routeName(service)),
    readyPods(cluster, { service: name, namespace }),
    storeOf(cluster, service).look(),
  ]);
  const live = liveSplit(route);
  const promotion = kept?.promotion;
  const judgement =
    typeof live === 'number' && live > 0 ? await judgementOf(lab, cluster, service, live, promotion) : undefined;
  return {
    service: name,
    wanted: lab.mesh.traffic.splits.get(name) ?? 0,
    ready,
    isRouted: route !== undefined,
    ...(live === undefined ? {} : { live }),
    ...(promotion === undefined ? {} : { promotion }),
    ...(problem === undefined ? {} : { problem }),
    ...(judgement === undefined ? {} : { judgement }),
  };
}

async function judgementOf(
  lab: Lab,
  cluster: Cluster,
  service: Service,
  share: number,
  promotion: Promotion | undefined,
): Promise<Judgement> {
  const gate = gateOf({ lab, cluster, service });
  try {
    const isUnderWay = promotion !== undefined && !isOver(promotion);
    return await gate.judge(share, isUnderWay ? cluster.server.now() - promotion.since : usualWindow);
  } finally {
    gate.close();
  }
}
