import { changedObjects } from '../../lib/drill/change';
import type { Drill } from '../../lib/drill/drill';
import { sceneOf } from '../../lib/drill/scene';
import { allDrills } from '../../lib/drill/table';
import { InputError } from '../../lib/input/input-error';
import { connectToAct } from '../cluster/cluster';
import { ClusterError } from '../cluster/cluster-error';
import { executorFor } from '../cluster/exec';
import { gatewayAddress } from '../gateway/address';
import { loadSettings } from '../read/read-lab';
import { readWhole } from '../read/read-inventory';
import type { DrillOptions } from './options';
import { filesOf, findingsIn } from './drill-files';
import { dryRun } from './dry-run';
import { leftoverOf, leftoverText, undoLeftover } from './leftover';
import { drillList } from './list';
import { perform, type Prepared } from './perform';
import { tellLine } from './report';
import { over, selfSigned } from './self-signed';
import { print } from '../print';

/** Runs `lab drill`. @throws InputError, ClusterError */
export async function drill(name: string, paths: readonly string[], options: DrillOptions): Promise<void> {
  if (name === 'list') {
    say(options, drillList());
    return;
  }
  if (name === 'undo') {
    const { objects } = await connectToAct(loadSettings(process.env));
    const isDry = options.dryRun === true;
    const leftover = isDry ? await leftoverOf(objects) : await undoLeftover(objects, true);
    const remark = isDry && leftover.drill !== undefined ? ' (not done: --dry-run)' : '';
    say(options, { json: leftover, text: `${leftoverText(leftover)}${remark}` });
    return;
  }
  const prepared = prepare(drillNamed(name), paths);
  if (options.dryRun === true) {
    say(options, dryRun(prepared, options.dir));
    return;
  }
  await performLive(prepared, options);
}

async function performLive(prepared: Prepared, options: DrillOptions): Promise<void> {
  const settings = loadSettings(process.env);
  const gateway = gatewayAddress(settings, options.gateway);
  if (settings.target === 'existing' && options.yes !== true) {
    const cluster = settings.cluster.context ?? '';
    throw new ClusterError(`${cluster} is not a cluster of the lab's own, and a drill breaks it`, 'add --yes to do so');
  }
  const { objects } = await connectToAct(settings);
  const tell = options.json === true ? () => undefined : tellLine;
  const leftover = await undoLeftover(objects, false);
  if (leftover.drill !== undefined) {
    tell('leftover', leftoverText(leftover));
  }
  const stage = { gateway, objects, executor: await executorFor(settings), scene: prepared.scene };
  const report = await perform(prepared, stage, tell);
  if (options.json === true) {
    print(JSON.stringify(report, undefined, 2));
  }
  process.exitCode = report.isFine ? 0 : 1;
}

function drillNamed(name: string): Drill {
  const found = allDrills.find((one) => one.name === name);
  if (found === undefined) {
    const remedy = `name one of: list, undo, ${allDrills.map((one) => one.name).join(', ')}`;
    throw new InputError([{ file: 'drill', path: [], value: name, rule: 'there is a drill of this name', remedy }]);
  }
  return found;
}

/** What a drill does to the rendered files, and what the analysis says of that. */
function prepare(found: Drill, paths: readonly string[]): Prepared {
  const { inventory, manifests } = readWhole(paths.length === 0 ? ['dist'] : paths);
  const scene = sceneOf(inventory);
  const changes = scene && found.changes(scene, { expired: (host) => selfSigned(host, over) });
  if (scene === undefined || changes === undefined || changes.length === 0) {
    const rule = 'the files have what the drill breaks: a service with a canary behind a gateway, and a split';
    const remedy = 'render the lab first with `npm start`; `traffic.yaml` says what is split';
    throw new InputError([{ file: paths[0] ?? 'dist', path: [], value: found.name, rule, remedy }]);
  }
  const objects = changedObjects(manifests, changes);
  return { drill: found, scene, changes, objects, findings: findingsIn(filesOf(objects)) };
}

function say({ json }: DrillOptions, report: { readonly json: unknown; readonly text: string }): void {
  print(json === true ? JSON.stringify(report.json, undefined, 2) : report.text);
}
