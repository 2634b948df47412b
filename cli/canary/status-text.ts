import { isOver } from '../../lib/canary/promotion';
import type { Split } from '../../lib/model/traffic';
import type { CanaryStatus } from './canary-status';
import { textTable } from '../table';
import { phaseText } from './phase-text';

/** Where the canaries stand, for people. */
export function statusText(canaries: readonly CanaryStatus[], now: number): string {
  const table = textTable({
    head: ['service', 'file', 'cluster', 'ready', 'promotion', 'gate'],
    rows: canaries.map(({ service, wanted, live, ready, promotion, judgement }) => [
      service,
      splitText(wanted),
      live === undefined ? 'unreadable' : splitText(live),
      `${ready.stable} stable, ${ready.canary} canary`,
      promotion === undefined ? '-' : phaseText(promotion, now),
      judgement?.verdict ?? '-',
    ]),
  });
  return [table, ...canaries.flatMap(remarks)].join('\n');
}

function splitText(split: Split): string {
  return split === 'follow' ? 'follow' : `${split} %`;
}

function remarks(status: CanaryStatus): string[] {
  const { service, wanted, live, promotion, judgement, problem } = status;
  const ended = promotion !== undefined && isOver(promotion) ? promotion.history.slice(-1) : [];
  return [
    ...(wanted === live ? [] : [driftOf(status)]),
    ...(problem === undefined ? [] : [problem]),
    ...(promotion?.paused === undefined ? [] : [`${service}: paused: ${promotion.paused.because}`]),
    ...ended.map(({ what, at }) => `${service}: ${what} (${new Date(at).toISOString()})`),
    ...(judgement?.reasons ?? [])
      .filter(({ verdict }) => verdict !== 'PASS')
      .map(
        ({ verdict, what, value, limit, because }) =>
          `${service}: ${verdict}: ${what}: ${value}, limit ${limit}. ${because}`,
      ),
  ];
}

function driftOf({ service, wanted, live, isRouted, promotion }: CanaryStatus): string {
  if (!isRouted) {
    return `${service}: the cluster has no route for it: \`lab up --from apply\``;
  }
  const found = live === undefined ? 'a route without a share that could be read' : splitText(live);
  const isUnderWay = promotion !== undefined && !isOver(promotion);
  const way = isUnderWay ? `resume ${service} --take-over` : `set ${service} ${wanted}`;
  return `${service}: the file says ${splitText(wanted)}, the cluster has ${found}: \`lab canary ${way}\``;
}
