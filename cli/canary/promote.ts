import type { Decision } from '../../lib/canary/decide';
import { liveSplit } from '../../lib/canary/live-split';
import { isOver, type Promotion, resume, startPromotion } from '../../lib/canary/promotion';
import { InputError } from '../../lib/input/input-error';
import { milliseconds } from '../../lib/model/duration';
import { ClusterError } from '../cluster/cluster-error';
import { nameOf } from '../cluster/kube-object';
import { Interrupted, withFinish } from '../interrupt';
import type { PromoteOptions } from './options';
import { gateOf } from './gate';
import { Lease } from './lease';
import { loadInChild, noLoad } from './load-child';
import { Promoter } from './promoter';
import { routeName } from './route-object';
import { type Target, targetOf } from './target';
import { teller } from './teller';
import { checkWritable, trafficFile } from './traffic-file';
import { print } from '../print';

/** Starts a promotion, or continues the one that is kept, and runs it to its end. */
export async function promote(name: string, options: PromoteOptions): Promise<void> {
  const target = await targetOf(name);
  const kept = await target.store.read();
  if (kept !== undefined && !isOver(kept.promotion)) {
    await goOn(target, kept.promotion, options);
    return;
  }
  const promotion = await beginning(target, options.takeOver === true);
  if (options.dryRun === true) {
    report(promotion, options, [`would take ${name} from ${promotion.share} % to ${promotion.steps.join(', ')} %`]);
    return;
  }
  await run(target, options, async () => {
    // What an ended promotion left is replaced; one that began meanwhile is not.
    const last = await target.store.read();
    await target.store.write(promotion, last?.version);
  });
}

/** Lets a paused promotion go on, and runs it. */
export async function resumePromotion(name: string, options: PromoteOptions): Promise<void> {
  const target = await targetOf(name);
  const kept = await target.store.read();
  if (kept === undefined || isOver(kept.promotion)) {
    throw new ClusterError(`no promotion of ${name} is under way`, `begin one: \`lab canary promote ${name}\``);
  }
  await goOn(target, kept.promotion, options);
}

async function goOn(target: Target, promotion: Promotion, options: PromoteOptions): Promise<void> {
  const { store, cluster, service } = target;
  const isElsewhere = await isChanged(target, promotion);
  if (isElsewhere && options.takeOver !== true && promotion.paused !== undefined) {
    const because = promotion.paused.because;
    const remedy = `\`lab canary resume ${service.name} --take-over\` writes the share of the promotion again; \`lab canary abort ${service.name}\` ends it`;
    throw new ClusterError(`the promotion of ${service.name} is paused: ${because}`, remedy);
  }
  if (options.dryRun === true) {
    report(promotion, options, [`would continue ${service.name} at ${promotion.share} %`]);
    return;
  }
  const resumed = (kept: Promotion): Promotion =>
    resume(kept, cluster.server.now(), isElsewhere && options.takeOver === true);
  // Who runs it after a pause need not be us; else the lease itself asks, and nobody waits for a dead holder twice.
  const holder = promotion.paused === undefined ? undefined : await new Lease(cluster, nameOfLease(target)).heldBy();
  if (holder !== undefined) {
    report((await store.change(resumed)) ?? promotion, options, [`${holder} goes on with it`]);
    return;
  }
  await run(target, options, async () => {
    await store.change(resumed);
  });
}

/** Whether the cluster has another share than the promotion gave it. */
async function isChanged({ cluster, service }: Target, { share, phase }: Promotion): Promise<boolean> {
  const live = liveSplit(await cluster.objects.find(routeName(service)));
  return live !== share && !(phase.name === 'shifting' && live === phase.to) && phase.name !== 'rollingBack';
}

async function beginning({ lab, service, cluster }: Target, takesOver: boolean): Promise<Promotion> {
  const { steps, observe, soak, holdFor } = lab.settings.promotion;
  const name = routeName(service);
  const live = liveSplit(await cluster.objects.find(name));
  if (live === undefined) {
    const remedy = `bring it to the cluster (\`lab up --from apply\`), or write it anew: \`lab canary set ${service.name} 0 --take-over\``;
    throw new ClusterError(`${nameOf(name)} has no share that could be raised`, remedy);
  }
  const wanted = lab.mesh.traffic.splits.get(service.name) ?? 0;
  if (live === 'follow' || wanted === 'follow') {
    const rule = 'the share of a service that follows the lane of its callers is that of its callers';
    const remedy = 'promote the service at the entry, or give this one a share first: `lab canary set`';
    throw new InputError([
      { file: trafficFile(process.env), path: ['splits', service.name], value: 'follow', rule, remedy },
    ]);
  }
  if (live !== wanted && !takesOver) {
    const remedy = `\`lab canary set ${service.name} ${wanted}\` writes it again; --take-over begins with what the cluster has`;
    throw new ClusterError(
      `the file says ${wanted} %, and the cluster has ${live} %: somebody else changed it`,
      remedy,
    );
  }
  return startPromotion({
    service: service.name,
    steps: [...steps],
    observe: milliseconds(observe),
    soak: milliseconds(soak),
    holdFor: milliseconds(holdFor),
    share: live,
    now: cluster.server.now(),
  });
}

/** Runs the promotion that `begin` has kept; ends with 1 unless it is promoted. Whoever ends it may go on later. */
async function run(target: Target, options: PromoteOptions, begin: () => Promise<void>): Promise<void> {
  const file = trafficFile(process.env);
  checkWritable(file);
  const lease = new Lease(target.cluster, nameOfLease(target));
  await lease.acquire();
  const load = options.load === true ? loadInChild() : noLoad;
  const say = teller(options.json === true);
  const tell = (decision: Decision): void => {
    say(decision);
    if (decision.needsRequests === true) {
      load.start();
    }
  };
  const gate = gateOf(target);
  const work = async (signal: AbortSignal): Promise<Promotion> => {
    await begin();
    return await new Promoter({ ...target, lease, file, judge: gate.judge, tell, signal }).run();
  };
  const finish = async (): Promise<void> => {
    load.stop();
    gate.close();
    await lease.release();
  };
  const promotion = await withFinish(work, finish).catch((error: unknown) => {
    throw error instanceof Interrupted ? kept(target, error) : error;
  });
  report(promotion, options, endOf(promotion));
  process.exitCode = promotion.phase.name === 'promoted' ? 0 : 1;
}

function kept({ service: { name } }: Target, { message }: Interrupted): ClusterError {
  return new ClusterError(
    `${message}: the promotion of ${name} stays where it is`,
    `go on with \`lab canary promote ${name}\`, or end it with \`lab canary abort ${name}\``,
  );
}

function nameOfLease({ service: { name, namespace } }: Target) {
  return { service: name, namespace };
}

function endOf({ service, phase, paused, share }: Promotion): string[] {
  if (paused !== undefined) {
    return [
      `${service} stays at ${share} %: ${paused.because}`,
      `Go on with \`lab canary resume ${service}\` (--take-over writes over what others wrote), or end it with \`lab canary abort ${service}\`.`,
    ];
  }
  return phase.name === 'promoted' ? [`${service} is promoted; the old release is still there.`] : [];
}

function report(promotion: Promotion, { json }: PromoteOptions, lines: readonly string[]): void {
  print(json === true ? JSON.stringify(promotion, undefined, 2) : lines.join('\n'));
}
