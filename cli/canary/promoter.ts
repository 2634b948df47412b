import { decide, type Decision, type Seen } from '../../lib/canary/decide';
import type { Judgement } from '../../lib/canary/judgement';
import { liveSplit } from '../../lib/canary/live-split';
import { accepted, isOver, pause as paused, type Promotion, wantedShare } from '../../lib/canary/promotion';
import type { Service } from '../../lib/model/service';
import { Unreachable } from '../cluster/api-server';
import type { Cluster } from '../cluster/cluster';
import { ClusterError } from '../cluster/cluster-error';
import type { KubeObject } from '../cluster/kube-object';
import { pause } from '../interrupt';
import type { Lab } from '../read/read-lab';
import type { Lease } from './lease';
import type { Kept, PromotionStore } from './promotion-store';
import { readyPods } from './ready-pods';
import { noteShift } from './rendered-route';
import { renderedRoute, RouteConflict, routeName, routeText, writeRoute } from './route-object';
import { writeSplits } from './traffic-file';
import { printError } from '../print';

export interface PromoterProps {
  readonly cluster: Cluster;
  readonly lab: Lab;
  readonly service: Service;
  readonly store: PromotionStore;
  readonly lease: Lease;
  /** `traffic.yaml`. */
  readonly file: string;
  /** What the gate says of the last so many milliseconds. */
  readonly judge: (share: number, window: number) => Promise<Judgement>;
  /** Tells who watches what happens, or why nothing does. */
  readonly tell: (decision: Decision) => void;
  /** Asks it to stop between two rounds; the promotion is kept. */
  readonly signal: AbortSignal;
}

/** Milliseconds for which a server may be away before somebody has to look at it. */
const mostAbsence = 10 * 60_000;

/**
 * Runs a promotion that is kept in the cluster until it is over, or waits for somebody. It remembers nothing itself: each
 * round reads what the cluster has and what is kept, decides one step, keeps the decision, and carries it out. Killed at any
 * point, the next one goes on from there.
 */
export class Promoter {
  /** What kept the file from being written last. */
  private problem = '';

  constructor(private readonly props: PromoterProps) {}

  /** @throws ClusterError if the lease is lost, the cluster stays away, or refuses */
  async run(): Promise<Promotion> {
    const { lease, signal, tell } = this.props;
    let answered = Date.now();
    for (;;) {
      lease.check();
      signal.throwIfAborted();
      try {
        const decision = await this.round();
        const { promotion, waits } = decision;
        tell(decision);
        if (isOver(promotion) || promotion.paused?.by === 'promotion') {
          await this.note(promotion);
          return promotion;
        }
        answered = Date.now();
        await pause(waits === undefined ? 0 : roundsOf(promotion), signal);
      } catch (error) {
        if (!(error instanceof Unreachable) || Date.now() - answered > mostAbsence) {
          throw error;
        }
        printError(`${error.message.split('\n')[0] ?? ''}; asking again`);
        await pause(2_000, signal);
      }
    }
  }

  private async round(): Promise<Decision> {
    const { cluster, service, store } = this.props;
    // The route is read before what is kept, and a rollback writes them the other way round: whichever of its writes is
    // missed, the route has another version by the time it would be written here.
    const live = await cluster.objects.find(routeName(service));
    const kept = await store.read();
    if (kept === undefined) {
      throw new ClusterError(`the promotion of ${service.name} was deleted`, 'begin anew with `lab canary promote`');
    }
    await this.note(kept.promotion);
    const decision = decide(kept.promotion, await this.seen(kept.promotion, live));
    if (decision.promotion !== kept.promotion) {
      await this.keep(decision.promotion, kept.version);
    } else if (decision.writes === true) {
      await this.write(kept, live);
    }
    return decision;
  }

  private async seen(promotion: Promotion, live: KubeObject | undefined): Promise<Seen> {
    const { cluster, service, judge } = this.props;
    const now = cluster.server.now();
    const [ready, judgement] = await Promise.all([
      readyPods(cluster, { service: service.name, namespace: service.namespace }),
      isJudged(promotion) ? judge(promotion.share, windowOf(promotion, now)) : nothingToJudge,
    ]);
    const because = judgement.reasons[0]?.because ?? 'nothing was measured';
    return {
      now,
      live: liveSplit(live),
      writer: writerOf(live),
      ready,
      judgement: { verdict: judgement.verdict, because },
    };
  }

  private async write({ promotion, version }: Kept, live: KubeObject | undefined): Promise<void> {
    const { cluster, lab, service } = this.props;
    const [wanted, expected] = await Promise.all([
      renderedRoute(lab, service, wantedShare(promotion)),
      renderedRoute(lab, service, promotion.share),
    ]);
    const { phase } = promotion;
    const takesOver = phase.name === 'rollingBack' || (phase.name === 'shifting' && phase.takesOver === true);
    try {
      await writeRoute(cluster, { wanted, live, expected, takesOver });
    } catch (error) {
      if (!(error instanceof RouteConflict)) {
        throw error;
      }
      await this.keep(paused(promotion, cluster.server.now(), error.message), version);
      return;
    }
    await this.keep(accepted(promotion, cluster.server.now()), version);
  }

  /** Where somebody else wrote in between, nothing is kept: the next round reads what they wrote. */
  private async keep(promotion: Promotion, version: string): Promise<void> {
    await this.props.store.write(promotion, version);
  }

  /**
   * The file, and what was rendered from it, say what the cluster has accepted. Each round, because promotions of two services
   * write the same file; one that can't be written is no reason to leave users where they are.
   */
  private async note({ share }: Promotion): Promise<void> {
    const { file, service, lab } = this.props;
    try {
      if (writeSplits(file, new Map([[service.name, share]]))) {
        await noteShift([await routeText(lab, service, share)]);
      }
      this.problem = '';
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== this.problem) {
        printError(`${file} does not say that ${service.name} has ${share} %: ${problem}`);
      }
      this.problem = problem;
    }
  }
}

const nothingToJudge: Judgement = { verdict: 'INSUFFICIENT', reasons: [] };

/** Without a share there is nothing to judge, and on the way to another one nothing that counts. */
function isJudged({ phase: { name }, share }: Promotion): boolean {
  return share > 0 && (name === 'observing' || name === 'soaking');
}

/**
 * A step is judged by all that came since it began, so that requests add up; a soak is long, and judged by the last minutes.
 */
function windowOf({ phase: { name }, since }: Promotion, now: number): number {
  return name === 'soaking' ? Math.min(now - since, 5 * 60_000) : now - since;
}

/** Milliseconds between two rounds: often enough to see a bad canary early, and to end a short step in time. */
function roundsOf({ observe }: Promotion): number {
  return Math.min(5_000, Math.max(500, observe / 10));
}

/** The field manager that wrote the rules of a route last. */
function writerOf(route: KubeObject | undefined): string {
  const writers = [...(route?.metadata.managedFields ?? [])].sort((one, other) =>
    (one.time ?? '').localeCompare(other.time ?? ''),
  );
  return writers.at(-1)?.manager ?? 'nobody';
}
