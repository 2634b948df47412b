import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { isImage, imageRule } from './images';

const cron = /^(@(hourly|daily|weekly|monthly|yearly|annually|midnight)|(\S+\s+){4}\S+)$/;

/** Jobs can be scheduled, pulled, and run without root. */
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
    if (job.schedule !== undefined && !cron.test(job.schedule)) {
      const rule = 'a schedule is a cron expression of five fields';
      problems.push({ path: at('schedule'), value: job.schedule, rule, remedy: 'write it like `0 3 * * *`' });
    }
    if (job.user === 0) {
      const rule = 'a process does not run as root: Pod Security `restricted` refuses the pod';
      problems.push({ path: at('user'), value: job.user, rule, remedy: 'use 1000, or the user of the image' });
    }
    return problems;
  });
}
