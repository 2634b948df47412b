import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../lib/input/input-error';
import { usualPatience } from '../apply/patience';
import { connect } from '../cluster/cluster';
import { publish } from '../render/publish';
import { readWhole } from '../read/read-inventory';
import { terraformOutput } from '../render/render';
import { stateFolder } from '../up/state-folder';
import { renderedFolders } from '../render/rendered-folders';
import type { Site } from '../up/site';
import { removeKubeconfigEntry, removeKindCluster } from './kind-cluster';
import { removeObjects } from './remove-objects';
import { removeRecords } from './remove-records';

/** Removes the lab. @throws Error that says how to go on */
export async function takeDown(site: Site): Promise<void> {
  try {
    await renderStacks(site);
    await (site.lab.settings.target === 'kind' ? takeDownKind(site) : takeDownExisting(site));
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${message}\n\n\`lab down\` goes on where this one ended.`, { cause: error });
  }
}

/**
 * The cluster goes as a whole. What was installed into it is forgotten and not uninstalled: in a dying cluster that hangs,
 * and leaves namespaces that never end.
 */
async function takeDownKind(site: Site): Promise<void> {
  await site.view.step('cluster', (tell) => removeKindCluster(site, isTouched(site, 'cluster'), tell));
  for (const stack of ['observability', 'platform', 'cluster']) {
    await site.view.step(`state of ${stack}`, () => forgetState(site, stack));
  }
  await site.view.step('kubeconfig', () => Promise.resolve(removeKubeconfigEntry(site.lab.settings)));
}

/** The cluster stays: all that the lab put into it goes, in the opposite order. */
async function takeDownExisting(site: Site): Promise<void> {
  await site.view.step('objects', async (tell) => {
    const { manifests } = readWhole([renderedFolders.kubernetes]);
    const { server, objects } = await connect(site.lab.settings);
    try {
      // Before the routes go, so that no promotion that runs writes one anew.
      const records = await removeRecords(objects, site.lab.mesh.services);
      const { removed, kept } = await removeObjects({
        objects,
        manifests,
        patience: usualPatience,
        tell,
        stop: site.stop,
      });
      return [`${removed + records} removed`, ...kept.map((one) => `kept ${one}`)].join('\n  ');
    } finally {
      server.close();
    }
  });
  for (const stack of ['observability', 'platform']) {
    await site.view.step(stack, async (tell) => {
      if (!isTouched(site, stack)) {
        return 'nothing to remove: it was never applied from here';
      }
      const terraform = site.terraform(stack);
      await terraform.init(tell);
      return terraform.destroy(tell);
    });
  }
}

async function forgetState(site: Site, stack: string): Promise<string> {
  if (!isTouched(site, stack)) {
    return 'none';
  }
  const terraform = site.terraform(stack);
  await terraform.init(() => undefined);
  const addresses = await terraform.addresses();
  await terraform.forget(addresses);
  removeStateFiles(site, stack);
  return `${addresses.length} resources forgotten`;
}

/** Old states hold the keys of a cluster that is gone. */
function removeStateFiles({ lab }: Site, stack: string): void {
  if (lab.settings.state.backend === 'local' && existsSync(stateFolder)) {
    for (const name of readdirSync(stateFolder).filter((one) => one.startsWith(`${stack}.tfstate`))) {
      rmSync(join(stateFolder, name));
    }
  }
}

/** Whether Terraform may know something of a stack. Without this, it would fetch providers to find out that it does not. */
function isTouched({ lab }: Site, stack: string): boolean {
  const isLocal = lab.settings.state.backend === 'local';
  return isLocal
    ? existsSync(join(stateFolder, `${stack}.tfstate`))
    : existsSync(join(renderedFolders.terraform, 'stacks', stack, '.terraform'));
}

/**
 * Terraform needs to know its providers and its state, as they were rendered when it was applied: also those of add-ons that
 * the settings do without by now.
 */
async function renderStacks(site: Site): Promise<void> {
  const needed = ['platform', 'observability'].filter((stack) => stack === 'platform' || isTouched(site, stack));
  if (!needed.every((stack) => existsSync(join(renderedFolders.terraform, 'stacks', stack, 'cdk.tf.json')))) {
    const settings = { ...site.lab.settings, addOns: true };
    await publish([terraformOutput({ ...site.lab, settings }, renderedFolders.terraform)]);
  }
}
