import { execFile } from 'node:child_process';
import * as z from 'zod';
import { labFile } from '../package-root';
import type { MeasureRollback } from '../verify/rollback';

/** Milliseconds that a rollback may take: half a minute, however far away the cluster is. */
const limit = 30_000;

const report = z.object({ services: z.array(z.object({ service: z.string(), problem: z.string().optional() })) });

/**
 * Times a rollback as an operator gets it, from the start of the process to its end, with the same writes as a dry run: the
 * server judges them, and keeps none.
 */
export const measureRollback: MeasureRollback = () => {
  const lab = [labFile, 'canary', 'rollback', '--dry-run', '--json'];
  const begun = performance.now();
  return new Promise((resolve) => {
    execFile(process.execPath, lab, { timeout: 2 * limit }, (error, stdout, stderr) => {
      const milliseconds = performance.now() - begun;
      const { data } = report.safeParse(jsonIn(stdout));
      const problem = data?.services.find((one) => one.problem !== undefined)?.problem;
      const isDone = error === null && data !== undefined && problem === undefined;
      resolve(
        isDone ? { milliseconds, limit, writes: data.services.length } : (problem ?? (stderr.trim() || 'it failed')),
      );
    });
  });
};

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
