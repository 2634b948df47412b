import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { isSchedule } from './schedule';

/** Jobs can be scheduled. */
export function jobs(mesh: Mesh): Problem[] {
  return (mesh.jobs ?? []).flatMap((job) => {
    const at = (field: string): string[] => ['jobs', job.name, field];
    const problems: Problem[] = [];
    if (job.schedule !== undefined && !isSchedule(job.schedule)) {
      const rule = 'a schedule is a cron expression of five fields';
      problems.push({ path: at('schedule'), value: job.schedule, rule, remedy: 'write it like `0 3 * * *`' });
    }
    return problems;
  });
}
