import type { Split } from '../model/traffic';
import { accepted, enter, pause, type Promotion, rollBack, wantedShare } from './promotion';
import type { Verdict } from './judgement';

/** What is seen of the world between two steps. */
export interface Seen {
  /** Milliseconds since 1970 by the clock of the API server. */
  readonly now: number;
  /** The split that the cluster carries out. @default - none that could be read: somebody else wrote the route */
  readonly live?: Split | undefined;
  /** Who wrote the route last, as its field manager. */
  readonly writer: string;
  /** Ready pods of each release. */
  readonly ready: { readonly stable: number; readonly canary: number };
  /** What the gate says of the time since the phase began, and why. */
  readonly judgement: { readonly verdict: Verdict; readonly because: string };
}

/** What to do next. */
export interface Decision {
  readonly promotion: Promotion;
  /** Write the share that is wanted. @default false */
  readonly writes?: boolean;
  /** Why nothing happens, for who watches. */
  readonly waits?: string;
  /** Whether more requests would help. @default false */
  readonly needsRequests?: boolean;
}

/**
 * The next step of a promotion: a function of what is known and seen, so that whoever continues after a crash decides the
 * same. No share is given to a release without ready pods, no step is skipped, and no verdict but PASS leads on.
 */
export function decide(promotion: Promotion, seen: Seen): Decision {
  switch (promotion.phase.name) {
    case 'promoted':
    case 'rolledBack':
      return { promotion };
    case 'rollingBack':
      return goingBack(promotion, seen);
    default:
      return watched(promotion, seen);
  }
}

/** Whatever it does, and paused as well: a canary that fails, or that is gone, goes back. */
function watched(promotion: Promotion, seen: Seen): Decision {
  const { live, writer, now, judgement, ready } = seen;
  const { phase } = promotion;
  const isShifting = phase.name === 'shifting';
  const takesOver = phase.name === 'shifting' && phase.takesOver === true;
  if (!isShifting && judgement.verdict === 'FAIL') {
    return { promotion: rollBack(promotion, now, judgement.because) };
  }
  if (!isShifting && promotion.share > 0 && ready.canary === 0 && ready.stable > 0) {
    return { promotion: rollBack(promotion, now, 'no pod of the canary is ready') };
  }
  if (promotion.paused !== undefined) {
    return { promotion, waits: `paused: ${promotion.paused.because}` };
  }
  if (!takesOver && live !== promotion.share && live !== wantedShare(promotion)) {
    const found = live === undefined ? 'no route with a share' : `a share of ${live} %`;
    return { promotion: pause(promotion, now, `the cluster has ${found}, written by ${writer}`) };
  }
  return isShifting ? shifting(promotion, seen) : settled(promotion, seen);
}

function shifting(promotion: Promotion, { now, live, ready }: Seen): Decision {
  const to = wantedShare(promotion);
  if (live === to) {
    return { promotion: accepted(promotion, now) };
  }
  const missing =
    to > 0 && ready.canary === 0 ? 'canary' : to < 100 && ready.stable === 0 ? 'stable release' : undefined;
  return missing === undefined
    ? { promotion, writes: true }
    : held(promotion, now, promotion.since, `no pod of the ${missing} is ready`);
}

function settled(promotion: Promotion, { now, judgement: { verdict, because } }: Seen): Decision {
  const isSoaking = promotion.phase.name === 'soaking';
  const end = promotion.since + (isSoaking ? promotion.soak : promotion.observe);
  const needsRequests = verdict === 'INSUFFICIENT';
  if (now < end) {
    return { promotion, waits: `${verdict}: ${because}`, needsRequests };
  }
  if (isSoaking) {
    return { promotion: enter(promotion, { name: 'promoted' }, now, 'promoted: the soak is over') };
  }
  return verdict === 'PASS'
    ? { promotion: onward(promotion, now) }
    : { ...held(promotion, now, end, `${verdict}: ${because}`), needsRequests };
}

function onward(promotion: Promotion, now: number): Promotion {
  const to = promotion.steps.find((step) => step > promotion.share);
  return to === undefined
    ? enter(promotion, { name: 'soaking' }, now, 'PASS: the soak begins')
    : enter(promotion, { name: 'shifting', to }, now, `PASS: on to ${to} %`);
}

/** It holds for a while, and then waits for somebody. */
function held(promotion: Promotion, now: number, from: number, because: string): Decision {
  return now - from > promotion.holdFor ? { promotion: pause(promotion, now, because) } : { promotion, waits: because };
}

function goingBack(promotion: Promotion, { now, live, ready }: Seen): Decision {
  if (live === 0 || live === 'follow') {
    return { promotion: accepted(promotion, now) };
  }
  // Traffic to nobody is worse than traffic to a bad release.
  return ready.stable === 0
    ? { promotion, waits: 'no pod of the stable release is ready to go back to' }
    : { promotion, writes: true };
}
