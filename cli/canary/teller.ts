import type { Decision } from '../../lib/canary/decide';
import { isOver } from '../../lib/canary/promotion';

/**
 * Tells who watches a promotion what is new: each event once, and why nothing happens whenever the reason changes. With
 * `--json` it goes to stderr, as progress does.
 */
export function teller(isJson: boolean): (decision: Decision) => void {
  const write = isJson ? console.error : console.log;
  let told = -1;
  let reason = '';
  return ({ promotion, waits }) => {
    const { history, share, service } = promotion;
    const fresh = history.filter(({ at }) => at > told);
    for (const event of fresh) {
      write(line(event.at, service, event.share, event.what));
    }
    told = history.at(-1)?.at ?? told;
    // Numbers that only count up are no news.
    const kind = waits?.replace(/\d[\d,.]*/g, 'n') ?? '';
    if (waits !== undefined && kind !== reason && !isOver(promotion)) {
      write(line(Date.now(), service, share, waits));
      reason = kind;
    }
  };
}

function line(at: number, service: string, share: number, what: string): string {
  const time = new Date(at).toTimeString().slice(0, 8);
  return `${time}  ${service}  ${String(share).padStart(3)} %  ${what}`;
}
