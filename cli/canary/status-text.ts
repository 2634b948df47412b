import Table from 'cli-table3';
import { isOver } from '../../lib/canary/promotion';
import type { Split } from '../../lib/model/traffic';
import type { CanaryStatus } from './canary-status';
import { phaseText } from './phase-text';

const style = { head: [], border: [] };

/** Where the canaries stand, for people. */
export function statusText(canaries: readonly CanaryStatus[], now: number): string {
  const table = new Table({ head: ['service', 'file', 'cluster', 'ready', 'promotion', 'gate'], style });
  for (const { service, wanted, live, ready, promotion, judgement } of canaries) {
    table.push([
      service,
      splitText(wanted),
      live === undefined ? 'unreadable' : splitText(live),
      `${ready.stable} stable, ${ready.canary} canary`,
      promotion === undefined ? '-' : phaseText(promotion, now),
      judgement?.verdict ?? '-',
    ]);
  }
  return [table.toString(), ...canaries.flatMap(remarks)].join('\n');
}

function splitText(split: Split): string {
  return split === 'follow' ? 'follow' : `${split} %`;
}

function remarks({ service, wanted, live, promotion, judgement }: CanaryStatus): string[] {
  const drift = `the file says ${splitText(wanted)}, the cluster has ${live === undefined ? 'a route that the lab did not write' : splitText(live)}`;
  const ended = promotion !== undefined && isOver(promotion) ? promotion.history.slice(-1) : [];
  return [
    ...(wanted === live ? [] : [`${service}: ${drift}: \`lab canary set ${service} ${wanted}\``]),
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
