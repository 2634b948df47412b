import { InputError } from '../../lib/input/input-error';
import { type Cluster, connect } from '../cluster/cluster';
import { type Lab, readLab } from '../read/read-lab';
import { Interrupted, pause } from '../interrupt';
import { untilStopped } from '../process/stop';
import { statusJson } from './json';
import { lookAt } from './live';
import { awaited, isComplete, isFine, type Part, type Status } from './status';
import { statusText } from './table';
import { print } from '../print';
import { printable } from '../terminal';

export interface StatusOptions {
  readonly json?: boolean;
  readonly watch?: boolean;
}

/** Milliseconds from one look to the next. */
const interval = 5000;

/** Shows the lab, once or until it is stopped; ends with 1 if something is not as the files say. */
export async function showStatus({ json = false, watch = false }: StatusOptions): Promise<void> {
  const lab = readLab(process.env);
  const cluster = await connect(lab.settings);
  const show = json ? showJson : process.stdout.isTTY ? showLive(watch) : showWhole;
  await untilStopped(
    async (stop) => {
      let last: Status | undefined;
      do {
        last = await look(lab, cluster, show, last);
        process.exitCode = isFine(last) ? 0 : 1;
        if (watch) {
          await pause(interval, stop);
        }
      } while (watch);
    },
    () => undefined,
  ).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) {
      throw error;
    }
  });
}

/** Looks at everything at once, and shows each part as it comes; until then what was seen before. */
async function look(lab: Lab, cluster: Cluster, show: (status: Status) => void, last?: Status): Promise<Status> {
  const { services, traffic } = lab.mesh;
  let status: Status = {
    cluster: cluster.name,
    services,
    wanted: traffic.splits,
    live: last?.live ?? awaited,
    measured: last?.measured ?? awaited,
    drift: last?.drift ?? awaited,
  };
  const keep = (part: Partial<Status>): void => {
    status = { ...status, ...part };
    show(status);
  };
  keep({});
  const live = known(lookAt(cluster, services)).then((found) => {
    keep({ live: found });
  });
  // The rest takes a while to load, in which nothing else is done: what the cluster says is painted first.
  await live;
  const measured = known(measuredIn(lab, cluster)).then((found) => {
    keep({ measured: found });
  });
  const { driftOf } = await import('./drift');
  keep({ drift: await known(driftOf(cluster)) });
  await measured;
  return status;
}

async function measuredIn({ settings, mesh }: Lab, cluster: Cluster) {
  const [{ openPrometheus }, { measureReleases }] = await Promise.all([
    import('../metrics/open'),
    import('./measured'),
  ]);
  const { source, close } = await openPrometheus(cluster, settings);
  try {
    const found = await measureReleases(source, mesh.services);
    if ('fault' in found) {
      throw new Error(found.fault);
    }
    return found;
  } finally {
    close();
  }
}

function known<T>(work: Promise<T>): Promise<Part<T>> {
  return work.then(
    (value) => ({ state: 'known' as const, value }),
    (error: unknown) => ({ state: 'unknown' as const, because: reasonOf(error) }),
  );
}

/** In one line; of what the user wrote, the rule and the remedy. */
export function reasonOf(error: unknown): string {
  const [problem] = error instanceof InputError ? error.problems : [];
  if (problem !== undefined) {
    return `${problem.file}: ${problem.rule}; ${problem.remedy}`;
  }
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

function showJson(status: Status): void {
  if (isComplete(status)) {
    print(JSON.stringify(statusJson(status), undefined, 2));
  }
}

/** Without a terminal nothing can be painted over. */
function showWhole(status: Status): void {
  if (isComplete(status)) {
    print(statusText(status));
  }
}

/** Paints over what it painted before. @param isFullScreen whether nothing else is on the screen */
function showLive(isFullScreen: boolean): (status: Status) => void {
  let height = 0;
  return (status) => {
    const text = statusText(status);
    const back = isFullScreen ? '\u001B[H' : height === 0 ? '' : `\u001B[${height}A`;
    const lines = text.split('\n');
    const isWrapped = Math.max(...lines.map(({ length }) => length)) > process.stdout.columns;
    if (isWrapped && !isFullScreen) {
      showWhole(status);
      return;
    }
    height = lines.length;
    process.stdout.write(`${back}${lines.map((line) => `${printable(line)}\u001B[K\n`).join('')}\u001B[J`);
  };
}
