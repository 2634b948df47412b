import { nameCluster } from '../cluster/cluster';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { terraformBinary } from '../doctor/doctor';
import type { Settings } from '../../stacks/settings';
import { defaultProbeImage } from '../../lib/versions';
import { readLab } from '../read/read-lab';
import { untilStopped } from '../process/stop';
import { Terraform } from '../terraform/terraform';
import { askOperator } from './ask-operator';
import { renderedFolders } from '../render/rendered-folders';
import type { Site } from './site';
import { keepPrivate, stateFolder } from './state-folder';
import { plainView, RecordedView, silentView, type View } from './view';
import { print, printError } from '../print';

/** How an operation shows what it does, and whom it asks. */
export interface OperateOptions {
  /** One JSON document in the end, and nothing before. */
  readonly json?: boolean;
  /** Yes to all questions. */
  readonly yes?: boolean;
  /** @default - that of `lab verify` */
  readonly probeImage?: string;
  /** Where the gateway listens. @default - where that of a Kind cluster does */
  readonly gateway?: string;
}

/** What Terraform says, all of it; only for this user. */
const terraformLog = 'terraform.log';

/** Runs an operation on the lab of the current folder: Ctrl-C asks it to stop, and it is waited for. */
export async function operate(
  { json = false, yes = false, probeImage = defaultProbeImage, gateway }: OperateOptions,
  work: (site: Site) => Promise<void>,
): Promise<void> {
  const view = new RecordedView(await viewFor(json));
  const lab = readLab(process.env);
  nameCluster(lab.settings);
  let isFine = false;
  try {
    await untilStopped(
      (stop) =>
        work({
          lab,
          env: process.env,
          view,
          stop,
          probeImage,
          gateway,
          terraform: terraformFor(lab.settings, stop),
          confirm: (question) => (yes ? Promise.resolve(true) : askOperator(question, stop)),
        }),
      () => {
        printError('Stopping as soon as nothing is lost: a Terraform that runs writes its state first. Please wait.');
      },
    );
    isFine = true;
  } finally {
    if (json) {
      print(JSON.stringify({ isFine, steps: view.steps }, undefined, 2));
    }
  }
}

/** Folder and file for what Terraform writes are made when it is first needed. */
function terraformFor({ state }: Settings, stop: AbortSignal): (stack: string) => Terraform {
  const log = join(renderedFolders.terraform, terraformLog);
  const stacks = join(renderedFolders.terraform, 'stacks');
  const binary = terraformBinary(process.env);
  let isPrepared = false;
  return (stack) => {
    if (!isPrepared) {
      mkdirSync(stacks, { recursive: true });
      rmSync(log, { force: true });
      isPrepared = true;
    }
    if (state.backend === 'local') {
      keepPrivate(stateFolder);
    }
    return new Terraform({ binary, stacks, log, stop }, stack);
  };
}

async function viewFor(json: boolean): Promise<View> {
  if (json) {
    return silentView;
  }
  return process.stdout.isTTY ? (await import('./live-view')).liveView : plainView(print);
}
