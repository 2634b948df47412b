import { ClusterError } from './cluster-error';
import type { Verdict } from './verdict';

/** What the server said no to, and what to do about it. */
export function refused(what: string, { status, message = 'no reason given' }: Verdict): ClusterError {
  const remedy =
    status === 401 || status === 403
      ? 'use a context whose user may do this: `cluster.context` in the settings'
      : 'mend what the server objects to, and run the command again';
  return new ClusterError(`the API server refuses (${status}) ${what}: ${message}`, remedy);
}
