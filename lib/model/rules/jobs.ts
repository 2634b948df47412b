import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { imageRule, isImage } from './images';
import { isSchedule } from './schedule';

/** Jobs can be scheduled and pulled. */
export function jobs(mesh: Mesh): Problem[] {
  return (mesh.jobs ?? []).flatMap((job) => {
    const at = (field: string): string[] => ['jobs', job.name, field];
    const problems: Problem[] = [];
    if (!isImage(job.image)) {
      problems.push({
        path: at('image'),
        value: job.image,
        rule: imageRule,
        remedy: 'write it like `team/app:v1.2.3`',
      });
    }
    if (job.schedule !== undefined && !isSchedule(job.schedule)) {
      const rule = 'a schedule is a cron expression of five fields';
      problems.push({ path: at('schedule'), value: job.schedule, rule, remedy: 'write it like `0 3 * * *`' });
    }
    return problems;
  });
}
