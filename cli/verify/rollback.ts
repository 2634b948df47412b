import type { Row } from '../../lib/verify/row';

/** What a rollback would take, measured without doing one. */
export interface RollbackMeasure {
  /** Milliseconds until the server has accepted every write. */
  readonly milliseconds: number;
  /** Milliseconds that it may take. */
  readonly limit: number;
  /** How many objects are written. */
  readonly writes: number;
}

/** Measures it; a text says why it could not. */
export type MeasureRollback = () => Promise<RollbackMeasure | string>;

/** Whether a rollback would be fast enough. What could not be measured is not asked, and does not count. */
export async function rollbackRow(measure: MeasureRollback): Promise<Row> {
  const measured = await measure();
  const head = { area: 'rollback', what: 'a rollback of every service' } as const;
  if (typeof measured === 'string') {
    return { ...head, said: 'it is fast', seen: measured, verdict: 'not asked' };
  }
  const { milliseconds, limit, writes } = measured;
  return {
    ...head,
    said: `${limit} ms at most`,
    seen: `${Math.round(milliseconds)} ms for ${writes} writes`,
    verdict: milliseconds <= limit ? 'held' : 'different',
  };
}
