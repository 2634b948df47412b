import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { laneItems } from '../../lib/verify/lane-items';
import { layerItems } from '../../lib/verify/layer-items';
import { markdownOf } from '../../lib/verify/markdown';
import { authorizationItems, type Live } from '../../lib/verify/plan';
import type { Item } from '../../lib/verify/question';
import { quickItems } from '../../lib/verify/quick';
import { routingItems } from '../../lib/verify/routing-items';
import { rateLimitRows } from '../../lib/verify/rate-limit';
import { isProved, reportOf, type VerifyReport } from '../../lib/verify/row';
import { mirroredImage } from '../../lib/kubernetes/mirrors';
import { connect, nameCluster } from '../cluster/cluster';
import { measureRollback } from '../canary/measure-rollback';
import { executorFor } from '../cluster/exec';
import { gatewayAddress } from '../gateway/address';
import { withFinish } from '../interrupt';
import { loadSettings } from '../read/read-lab';
import { replaceFile } from '../replace-file';
import { type ReadInventory, readWhole } from '../read/read-inventory';
import type { VerifyOptions } from './options';
import { driftRows } from './drift';
import { ejectionRows } from './ejection';
import { liveCluster } from './live';
import { Probes } from './probes';
import { rollbackRow } from './rollback';
import { type Means, rowsOf } from './rows';
import { traceRow } from './trace';
import { verifyText } from './verify-text';
import { print, printError } from '../print';

/** Runs `lab verify`. @throws InputError, ClusterError */
export async function verify(paths: readonly string[], options: VerifyOptions): Promise<void> {
  const read = readWhole(paths.length === 0 ? ['dist'] : paths);
  nameCluster(loadSettings(process.env));
  const report = await verification(read, options);
  if (options.report !== undefined) {
    mkdirSync(options.report, { recursive: true });
    replaceFile(join(options.report, 'verify.md'), markdownOf(report));
    replaceFile(join(options.report, 'verify.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  }
  print(options.json === true ? JSON.stringify(report, undefined, 2) : verifyText(report, options.all === true));
  process.exitCode = isProved(report) ? 0 : 1;
}

/** Compares a cluster with an inventory. Everything that is made for it is gone when it ends, however it ends. */
export async function verification(
  { inventory, manifests }: Pick<ReadInventory, 'inventory' | 'manifests'>,
  { quick = false, gateway: option, probeImage, json }: VerifyOptions,
): Promise<VerifyReport> {
  const settings = loadSettings(process.env);
  const gateway = gatewayAddress(settings, option);
  const { name, objects } = await connect(settings);
  const executor = await executorFor(settings);
  const probes = new Probes(objects, mirroredImage(probeImage, settings.mirrors));
  const live = await liveCluster(objects);
  const items = itemsOf(inventory, live, quick);
  const means: Means = { gateway, executor, probes, isQuick: quick };
  const tell = json === true ? () => undefined : printError;
  const rows = await withFinish(
    async (signal) => {
      await probes.remove();
      const drift = await driftRows(manifests, objects, signal);
      const asked = await rowsOf(items, means, { signal, tell });
      const others = quick
        ? []
        : [
            ...(await ejectionRows(inventory, live, executor)),
            ...rateLimitRows(inventory),
            await traceRow(inventory, gateway, signal),
            await rollbackRow(measureRollback),
          ];
      return [...drift, ...asked, ...others];
    },
    () => probes.remove(),
  );
  return reportOf(name, quick, rows);
}

function itemsOf(inventory: Inventory, live: Live, isQuick: boolean): Item[] {
  if (isQuick) {
    return quickItems(inventory, live);
  }
  const effort = { certain: 10, split: 200 };
  return [
    ...authorizationItems(inventory, live),
    ...layerItems(inventory, live),
    ...routingItems(inventory, live, effort),
    ...laneItems(inventory, effort),
  ];
}
