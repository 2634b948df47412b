import type { Decision } from '../../lib/canary/decide';
import { isOver } from '../../lib/canary/promotion';
import { print, printError } from '../print';

/**
 * Tells who watches a promotion what is new: each event once, and why nothing happens whenever the reason changes. With
 * `--json` it goes to stderr, as progress does.
 */
export function teller(isJson: boolean): (decision: Decision) => void {
  const write = isJson ? printError : print;
  let told = 0;
  let reason = '';
  return ({ promotion, waits }) => {
    const { history, share, service } = promotion;
    for (const event of history.slice(told)) {
      write(line(event.at, service, event.share, event.what));
    }
    told = history.length;
    // Numbers that only count up are no news.
    const kind = waits?.replace(/\d[\d,.]*/g, 'n') ?? '';
    // A pause is an event already.
    const isTold = promotion.paused !== undefined || isOver(promotion);
    if (waits !== undefined && kind !== reason && !isTold) {
      write(line(Date.now(), service, share, waits));
      reason = kind;
    }
  };
}

function line(at: number, service: string, share: number, what: string): string {
  const time = new Date(at).toTimeString().slice(0, 8);
  return `${time}  ${service}  ${String(share).padStart(3)} %  ${what}`;
}
