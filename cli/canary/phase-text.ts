import type { Promotion } from '../../lib/canary/promotion';

/** Where a promotion stands, in a few words: `observing 20 % of 100 %, for 1.5 min`. `lab status` and `lab canary status` say it alike. */
export function phaseText({ phase, share, steps, since, paused }: Promotion, now: number): string {
  const minutes = Math.round((now - since) / 6_000) / 10;
  const of = `${share} % of ${steps.at(-1) ?? 100} %, for ${minutes} min`;
  if (paused !== undefined) {
    return `paused at ${share} % since ${minuteOf(paused.since)}`;
  }
  switch (phase.name) {
    case 'shifting':
      return `going to ${phase.to} %`;
    case 'rollingBack':
      return 'rolling back';
    case 'rolledBack':
      return 'rolled back';
    case 'promoted':
      return 'promoted';
    default:
      return `${phase.name} ${of}`;
  }
}

/** A pause may last for days, so the day is told; in the time zone of the cluster's logs. */
function minuteOf(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
