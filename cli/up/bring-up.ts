import { InputError } from '../../lib/input/input-error';
import { applyRendered } from './apply-stage';
import { makeCluster } from './cluster-stage';
import { examineFirst } from './doctor-stage';
import { loadImages } from './images-stage';
import { rendered } from './render-stage';
import type { Site } from './site';
import type { StageName } from './stages';
import { verifyQuickly } from './verify-stage';

const stages: Readonly<Record<StageName, (site: Site) => Promise<void>>> = {
  doctor: (site) => site.view.step('doctor', () => examineFirst(site)),
  render: (site) => site.view.step('render', () => rendered(site.lab)),
  cluster: makeCluster,
  platform: (site) => applyStack(site, 'platform'),
  observability: (site) => applyStack(site, 'observability'),
  images: (site) => site.view.step('images', (tell) => loadImages(site, tell)),
  apply: (site) => site.view.step('apply', (tell) => applyRendered(site, tell)),
  verify: (site) => site.view.step('verify', (tell) => verifyQuickly(site, tell)),
};

/** Goes through stages one after the other. @throws Error that says how to go on, as soon as one fails */
export async function bringUp(site: Site, names: readonly StageName[]): Promise<void> {
  for (const name of names) {
    try {
      site.stop.throwIfAborted();
      await stages[name](site);
    } catch (error) {
      if (error instanceof InputError) {
        throw error;
      }
      throw new Error(furtherText(name, error, site.stop.aborted), { cause: error });
    }
  }
}

function applyStack(site: Site, stack: 'platform' | 'observability'): Promise<void> {
  const terraform = site.terraform(stack);
  return site.view.step(stack, async (tell) => {
    await terraform.init(tell);
    return terraform.apply(tell);
  });
}

function furtherText(stage: StageName, error: unknown, isStopped: boolean): string {
  if (isStopped) {
    return `interrupted in the stage ${stage}: \`lab up --from ${stage}\` goes on, \`lab down\` removes what is there`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `${stage}: ${message}\n\nOnce that is mended, \`lab up --from ${stage}\` goes on.`;
}
