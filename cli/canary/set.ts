import { isOver } from '../../lib/canary/promotion';
import { InputError } from '../../lib/input/input-error';
import { splitProblems } from '../../lib/model/rules/splits';
import { type Split, shareOf } from '../../lib/model/traffic';
import { ClusterError } from '../cluster/cluster-error';
import type { Conflict } from '../cluster/verdict';
import type { TakeOverOptions } from './options';
import { confirmed } from './confirm';
import { readyPods } from './ready-pods';
import { noteShift } from './rendered-route';
import { renderedRoute, RouteConflict, routeName, routeText, writeRoute } from './route-object';
import { type Target, targetOf } from './target';
import { checkWritable, trafficFile, writeSplits } from './traffic-file';
import { print } from '../print';

/** Gives a canary a share: the cluster first, then the file. */
export async function setShare(name: string, split: Split, options: TakeOverOptions): Promise<void> {
  const target = await targetOf(name);
  const file = trafficFile(process.env);
  checkSplit(target, split, file);
  checkWritable(file);
  await checkFree(target);
  await checkReady(target, split);
  const lost = await write(target, split, options);
  const isWritten = options.dryRun !== true && writeSplits(file, new Map([[name, split]]));
  const report = {
    service: name,
    split,
    dryRun: options.dryRun === true,
    takenFrom: lost,
    file: isWritten ? file : null,
  };
  print(options.json === true ? JSON.stringify(report, undefined, 2) : textOf(report));
  if (options.dryRun !== true) {
    await noteShift([await routeText(target.lab, target.service, split)]);
  }
}

function textOf({ service, split, dryRun, takenFrom, file }: Report): string {
  return [
    `${service}: ${split === 'follow' ? 'follows its callers' : `the canary has ${split} %`}${dryRun ? ' (not done: --dry-run)' : ''}`,
    ...takenFrom.map(({ manager, field }) => `  taken over from ${manager}: ${field}`),
    ...(file === null ? [] : [`  ${file} says so too`]),
  ].join('\n');
}

interface Report {
  readonly service: string;
  readonly split: Split;
  readonly dryRun: boolean;
  readonly takenFrom: readonly Conflict[];
  readonly file: string | null;
}

/** The rules of `traffic.yaml` hold for what is written into it. */
function checkSplit({ lab: { mesh }, service: { name } }: Target, split: Split, file: string): void {
  const called = new Set(mesh.calls.map(({ callee }) => callee));
  const problems = splitProblems([[name, split]], mesh.services, called);
  if (problems.length > 0) {
    throw new InputError(problems.map((problem) => ({ ...problem, file })));
  }
}

async function checkFree({ store, service }: Target): Promise<void> {
  const kept = await store.read();
  if (kept !== undefined && !isOver(kept.promotion)) {
    const remedy = `end it with \`lab canary abort ${service.name}\`, or let it go on: \`lab canary promote ${service.name}\``;
    throw new ClusterError(`a promotion of ${service.name} is under way, and decides its share`, remedy);
  }
}

async function checkReady({ cluster, service }: Target, split: Split): Promise<void> {
  const ready = await readyPods(cluster, { service: service.name, namespace: service.namespace });
  for (const release of ['stable', 'canary'] as const) {
    if (shareOf(release, split) > 0 && ready[release] === 0) {
      const remedy = `see why: \`kubectl -n ${service.namespace} get pods -l version=${release}\``;
      throw new ClusterError(
        `no pod of ${service.name} ${release} is ready, and would get requests: nothing was written`,
        remedy,
      );
    }
  }
}

async function write(
  { lab, service, cluster }: Target,
  split: Split,
  options: TakeOverOptions,
): Promise<readonly Conflict[]> {
  const before = lab.mesh.traffic.splits.get(service.name) ?? 0;
  const [wanted, expected, live] = await Promise.all([
    renderedRoute(lab, service, split),
    renderedRoute(lab, service, before),
    cluster.objects.find(routeName(service)),
  ]);
  const props = { wanted, live, expected, dryRun: options.dryRun === true };
  try {
    return await writeRoute(cluster, { ...props, takesOver: options.takeOver === true });
  } catch (error) {
    const isYes = error instanceof RouteConflict && (await confirmed(`${error.message}\nWrite over it?`));
    if (!isYes) {
      throw error;
    }
    return await writeRoute(cluster, { ...props, takesOver: true });
  }
}
