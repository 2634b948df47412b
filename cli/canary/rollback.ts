import { InputError } from '../../lib/input/input-error';
import type { Mesh } from '../../lib/model/mesh';
import type { Split } from '../../lib/model/traffic';
import { connect, connectToAct } from '../cluster/cluster';
import { ClusterError } from '../cluster/cluster-error';
import { readLab, loadSettings } from '../read/read-lab';
import type { RollbackOptions } from './options';
import { type RolledBack, rollBackService } from './rollback-service';
import { noteShift } from './rendered-route';
import { rollbackReport } from './rollback-report';
import { type RollbackRoute, rollbackRoutes } from './rollback-routes';
import { serviceNamed, storeOf } from './target';
import { saysFollow, trafficFile, writeSplits } from './traffic-file';
import { isOver } from '../../lib/canary/promotion';
import { print, printError } from '../print';

/** Gives everything back to the stable releases: of one service and who leads a lane to it, or of all. */
export async function rollback(name: string | undefined, options: RollbackOptions): Promise<void> {
  const begun = Date.now();
  const settings = loadSettings(process.env);
  const [cluster, routes] = await Promise.all([connectToAct(settings), rollbackRoutes()]);
  // Who leads a lane to whom is asked for one service alone: for all of them nothing but the routes is needed.
  const wanted = name === undefined ? routes : routesFor(name, routes, meshIfReadable());
  const because = name === undefined ? 'an operator rolled everything back' : 'an operator rolled it back';
  const done = await Promise.all(wanted.map((one) => rollBackService(cluster, one, { ...options, because })));
  const accepted = Date.now() - begun;
  const file = options.dryRun === true ? undefined : fileWritten(done);
  const report = { services: done, milliseconds: accepted, dryRun: options.dryRun === true, file };
  print(options.json === true ? JSON.stringify(report, undefined, 2) : rollbackReport(report));
  process.exitCode = done.every(({ problem }) => problem === undefined) ? 0 : 1;
  if (options.dryRun !== true) {
    const accepting = new Set(done.filter(({ problem }) => problem === undefined).map(({ service }) => service));
    await noteShift(wanted.filter(({ service }) => accepting.has(service)).map(({ text }) => text));
  }
}

/** The same for the service of a promotion that is under way. */
export async function abort(name: string, options: RollbackOptions): Promise<void> {
  const lab = readLab(process.env);
  const kept = await storeOf(await connect(lab.settings), serviceNamed(lab, name)).read();
  if (kept === undefined || isOver(kept.promotion)) {
    const remedy = `whatever the state: \`lab canary rollback ${name}\``;
    throw new ClusterError(`no promotion of ${name} is under way`, remedy);
  }
  await rollback(name, options);
}

/** Mistakes in the files are no reason to leave users on a bad release. */
function meshIfReadable(): Mesh | undefined {
  try {
    return readLab(process.env).mesh;
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}

/** A lane is one: who follows goes back with those that lead to it. */
function routesFor(name: string, routes: readonly RollbackRoute[], mesh: Mesh | undefined): RollbackRoute[] {
  const names = mesh === undefined ? new Set([name]) : laneOf(name, mesh);
  const found = routes.filter(({ service }) => names.has(service));
  if (!found.some(({ service }) => service === name)) {
    const known = routes.map(({ service }) => service).join(', ');
    const rule = 'a service of the mesh that has a canary';
    throw new InputError([{ file: 'SERVICE', path: [], value: name, rule, remedy: `name one of: ${known}` }]);
  }
  return found;
}

function laneOf(name: string, { calls, traffic }: Mesh): Set<string> {
  const lane = new Set([name]);
  // A set grows while it is walked: each service is visited once.
  for (const one of lane) {
    const leads = traffic.splits.get(one) === 'follow' ? calls.filter(({ callee }) => callee.name === one) : [];
    leads.forEach(({ caller }) => lane.add(caller.name));
  }
  return lane;
}

/** The file says what the cluster has accepted; who follows goes on following. */
function fileWritten(done: readonly RolledBack[]): string | undefined {
  const file = trafficFile(process.env);
  try {
    const splits = done
      .filter(({ service, problem }) => problem === undefined && !saysFollow(file, service))
      .map(({ service }): [string, Split] => [service, 0]);
    return writeSplits(file, new Map(splits)) ? file : undefined;
  } catch (error) {
    printError(`${file} still says what was before: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
