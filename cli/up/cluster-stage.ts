import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodesOf, startNodes } from '../docker/docker';
import type { PlannedChanges, Terraform } from '../terraform/terraform';
import type { Site } from './site';
import type { Tell } from './view';

/**
 * Makes the Kind cluster, or sees that it is as it should be. The provider can't change one: any difference means a new
 * one, so the plan is looked at first, and nothing is deleted without a yes.
 * @throws Error if a cluster of the name is there that this state does not know
 */
export async function makeCluster(site: Site): Promise<void> {
  const terraform = site.terraform('cluster');
  // A plan holds keys: only this user may read it, and only as long as it takes.
  const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-plan-'));
  try {
    let plan: PlannedChanges | undefined;
    await site.view.step('cluster: plan', async (tell) => {
      await terraform.init(tell);
      await agreeWithDocker(site, terraform);
      plan = await terraform.plan(join(folder, 'plan'), tell);
      return plan.changesNothing ? 'the cluster is as it should be' : describe(plan);
    });
    if (plan === undefined || plan.changesNothing) {
      return;
    }
    await agreeToReplace(site, plan);
    const agreed = plan;
    await site.view.step('cluster', (tell: Tell) => terraform.apply(tell, agreed));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts right what happened behind Terraform's back, on which its provider would fail: a cluster deleted, or not running. */
async function agreeWithDocker({ lab }: Site, terraform: Terraform): Promise<void> {
  const { name } = lab.settings.cluster;
  const nodes = await nodesOf(name);
  const known = (await terraform.addresses()).filter((address) => address.startsWith('kind_cluster.'));
  if (nodes.length === 0) {
    await terraform.forget(known);
    return;
  }
  if (known.length === 0) {
    const [first = ''] = nodes.map((node) => node.name);
    throw new Error(
      `a Kind cluster ${name} is there (${first}, ...) that Terraform does not know: made by hand, or in a run that was killed\n` +
        '  remedy: `lab down` removes it; `lab up --from images` uses it as it is; or set cluster.name to another name',
    );
  }
  await startNodes(nodes.filter(({ isRunning }) => !isRunning));
}

async function agreeToReplace({ confirm, lab }: Site, { deleted }: PlannedChanges): Promise<void> {
  if (deleted.length === 0) {
    return;
  }
  const question = `The Kind cluster ${lab.settings.cluster.name} differs and can only be replaced: it is DELETED with all that is in it. Go on?`;
  if (!(await confirm(question))) {
    throw new Error('the cluster was left as it is: undo the change of the settings, or say yes');
  }
}

function describe({ deleted }: PlannedChanges): string {
  return deleted.length === 0 ? 'the cluster is to be made' : 'the cluster differs: it would be replaced';
}
