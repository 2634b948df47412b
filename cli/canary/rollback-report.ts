import { counted } from '../../lib/canary/format';
import type { RolledBack } from './rollback-service';

export interface RollbackReport {
  readonly services: readonly RolledBack[];
  /** From the start of the command to the last accepted write. */
  readonly milliseconds: number;
  readonly dryRun: boolean;
  /** The file that says so too. @default - it said so already */
  readonly file: string | undefined;
}

/** For people. */
export function rollbackReport({ services, milliseconds, dryRun, file }: RollbackReport): string {
  const written = services.filter(({ problem }) => problem === undefined).length;
  const routes = counted(written, 'route');
  return [
    ...services.flatMap(lines),
    dryRun ? `${routes} would be written (--dry-run)` : `${routes} written in ${milliseconds} ms`,
    ...(file === undefined ? [] : [`${file} says so too`]),
  ].join('\n');
}

function lines({ service, takenFrom, endedPromotionAt, problem }: RolledBack): string[] {
  return [
    `${service}: ${problem === undefined ? 'the stable release answers everybody whom no pin sends to the canary' : `not rolled back: ${problem}`}`,
    ...takenFrom.map(({ manager, field }) => `  taken over from ${manager}: ${field}`),
    ...(endedPromotionAt === undefined ? [] : [`  its promotion has ended at ${endedPromotionAt} %`]),
  ];
}
