import { isOver, pause, type Promotion } from '../../lib/canary/promotion';
import { ClusterError } from '../cluster/cluster-error';
import type { WriteOptions } from './options';
import { targetOf } from './target';
import { print } from '../print';

/** Keeps a promotion where it is. Whoever runs it sees that in its next round. */
export async function pausePromotion(name: string, { json, dryRun }: WriteOptions): Promise<void> {
  const { store, cluster } = await targetOf(name);
  const paused = (promotion: Promotion): Promotion =>
    isOver(promotion) || promotion.paused !== undefined
      ? promotion
      : pause(promotion, cluster.server.now(), 'an operator asked for it', 'operator');
  const before = await store.read();
  const promotion = before && (dryRun === true ? paused(before.promotion) : await store.change(paused));
  if (promotion === undefined || isOver(promotion)) {
    throw new ClusterError(`no promotion of ${name} is under way`, `begin one: \`lab canary promote ${name}\``);
  }
  const text = `${name} stays at ${promotion.share} %${dryRun === true ? ' (not done: --dry-run)' : ''}`;
  print(json === true ? JSON.stringify(promotion, undefined, 2) : text);
}
