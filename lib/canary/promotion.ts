import * as z from 'zod';

const moment = z.number();
const share = z.number().int().min(0).max(100);

/** What a promotion is doing. */
const phase = z.discriminatedUnion('name', [
  /** A new share is wanted; whether the cluster has it already is seen in the cluster. */
  z.object({
    name: z.literal('shifting'),
    to: share,
    /** Whether an operator said to write over what somebody else wrote. @default false */
    takesOver: z.boolean().optional(),
  }),
  z.object({ name: z.literal('observing') }),
  /** The canary has everything; the stable release stays, to go back to. */
  z.object({ name: z.literal('soaking') }),
  z.object({ name: z.literal('rollingBack'), because: z.string() }),
  z.object({ name: z.literal('promoted') }),
  z.object({ name: z.literal('rolledBack'), because: z.string() }),
]);

/**
 * The promotion of one service, as it is kept in the cluster: everything that whoever continues it has to know. Moments are
 * milliseconds since 1970 by the clock of the API server, durations are milliseconds, shares whole percents.
 */
export const promotionSchema = z.object({
  service: z.string(),
  /** The shares of the canary, rising. */
  steps: z.array(share).min(1),
  observe: z.number(),
  soak: z.number(),
  /** How long it may go without a verdict before it pauses itself. */
  holdFor: z.number(),
  /** The share that the cluster has accepted. */
  share,
  phase,
  /** When the phase began. */
  since: moment,
  /** By whom: an operator, or the promotion itself, which needs one. @default - it goes on */
  paused: z.object({ since: moment, by: z.enum(['operator', 'promotion']), because: z.string() }).optional(),
  /** What happened, oldest first. */
  history: z.array(z.object({ at: moment, share, what: z.string() })),
});

export type Promotion = z.output<typeof promotionSchema>;
export type Phase = Promotion['phase'];

export interface PromotionProps extends Pick<Promotion, 'service' | 'steps' | 'observe' | 'soak' | 'holdFor'> {
  /** The share that the canary has now. */
  readonly share: number;
  readonly now: number;
}

/** The beginning of a promotion. Steps that the canary has behind it are left out: a promotion never takes a share away. */
export function startPromotion({ now, steps, ...props }: PromotionProps): Promotion {
  const ahead = steps.filter((step) => step > props.share);
  const [to = 100] = ahead;
  const promotion: Promotion = {
    ...props,
    steps: ahead.length === 0 ? [100] : ahead,
    phase: { name: 'observing' },
    since: now,
    history: [],
  };
  return enter(promotion, { name: 'shifting', to }, now, `promotion begins at ${props.share} %`);
}

/** Whether nothing is left to do. */
export function isOver({ phase: { name } }: Promotion): boolean {
  return name === 'promoted' || name === 'rolledBack';
}

/** The same promotion in another phase. */
export function enter(promotion: Promotion, next: Phase, now: number, what: string): Promotion {
  return { ...noted(promotion, now, what), phase: next, since: now };
}

/** The cluster has accepted the share that was wanted. */
export function accepted(promotion: Promotion, now: number): Promotion {
  const {
    phase: { name },
  } = promotion;
  const to = wantedShare(promotion);
  const shifted = { ...promotion, share: to };
  if (promotion.phase.name === 'rollingBack') {
    const { because } = promotion.phase;
    return enter(shifted, { name: 'rolledBack', because }, now, `rolled back: ${because}`);
  }
  return name === 'shifting' ? enter(shifted, { name: 'observing' }, now, `the canary has ${to} %`) : shifted;
}

/** The share that the cluster shall have. */
export function wantedShare({ phase: current, share: has }: Promotion): number {
  switch (current.name) {
    case 'shifting':
      return current.to;
    case 'rollingBack':
    case 'rolledBack':
      return 0;
    default:
      return has;
  }
}

/** It stays where it is until it is resumed. */
export function pause(
  promotion: Promotion,
  now: number,
  because: string,
  by: 'operator' | 'promotion' = 'promotion',
): Promotion {
  return { ...noted(promotion, now, `paused: ${because}`), paused: { since: now, by, because } };
}

/**
 * It goes on. What was observed before the pause counts no more: the step is observed anew.
 * @param isRestored whether the share has to be written again, because the cluster has another one
 */
export function resume(promotion: Promotion, now: number, isRestored: boolean): Promotion {
  const { paused, ...going } = promotion;
  if (paused === undefined && !isRestored) {
    return promotion;
  }
  const to = wantedShare(promotion);
  const again: Phase = isRestored ? { name: 'shifting', to, takesOver: true } : promotion.phase;
  return enter(going, again, now, 'resumed');
}

/** Its traffic goes back to the stable release. */
export function rollBack(promotion: Promotion, now: number, because: string): Promotion {
  const { paused, ...going } = promotion;
  const why = paused === undefined ? because : `${because}, while it was paused`;
  return enter(going, { name: 'rollingBack', because: why }, now, `rolling back: ${why}`);
}

function noted(promotion: Promotion, at: number, what: string): Promotion {
  return { ...promotion, history: [...promotion.history, { at, share: promotion.share, what }] };
}
