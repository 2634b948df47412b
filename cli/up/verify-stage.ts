import { isProved } from '../../lib/verify/row';
import { ClusterError } from '../cluster/cluster-error';
import type { Lab } from '../read/read-lab';
import { placesOf } from '../open/places';
import { probe } from '../open/probe';
import { readWhole } from '../read/read-inventory';
import { verification } from '../verify/verify';
import { verifyText } from '../verify/verify-text';
import { pause } from '../interrupt';
import { renderedFolders } from '../render/rendered-folders';
import type { Site } from './site';
import type { Tell } from './view';

/** Milliseconds for one answer, between two, and for a first good one: nodes have to learn the new endpoints. */
const patience = { answer: 5000, pause: 1000, all: 60_000 } as const;

/**
 * Waits until the lab answers, and asks it what `lab verify --quick` asks: before a first good answer that would report
 * what is only late.
 * @returns what was seen, in one line
 * @throws ClusterError with everything in which the cluster differs from what the files say
 */
export async function verifyQuickly({ lab, stop, probeImage, gateway }: Site, tell: Tell): Promise<string> {
  for (const url of lab.settings.target === 'kind' ? entrancesOf(lab) : []) {
    tell(`waiting for ${url}`);
    await firstAnswer(url, stop);
  }
  tell('comparing the cluster with the files');
  const read = readWhole([renderedFolders.kubernetes]);
  const report = await verification(read, {
    quick: true,
    json: true,
    probeImage,
    ...(gateway === undefined ? {} : { gateway }),
  });
  const { rows, held, different, notAsked, couldNot } = report;
  if (!isProved(report)) {
    throw new ClusterError(
      `${different} of ${rows.length} rows differ, ${couldNot} could not be asked\n${verifyText(report, false)}`,
      `see what these rows say; then \`lab up --only verify${couldNot > 0 ? ' --probe-image IMAGE' : ''}\``,
    );
  }
  return `${held} of ${rows.length} rows hold, none differs, ${notAsked} not asked`;
}

/** Where users come in: the services at the edge of the mesh. */
function entrancesOf(lab: Lab): string[] {
  const names = new Set(lab.mesh.edges.map(({ service }) => service.name));
  return placesOf(lab)
    .filter(({ name }) => names.has(name))
    .map(({ url }) => url);
}

async function firstAnswer(url: string, stop: AbortSignal): Promise<void> {
  const deadline = performance.now() + patience.all;
  for (;;) {
    const answer = await probe(url, patience.answer);
    if ('status' in answer && answer.status < 400) {
      return;
    }
    if (performance.now() > deadline) {
      const found = 'status' in answer ? `the answer is ${answer.status}` : answer.failure;
      throw new ClusterError(`${url} is not up: ${found}`, 'look at it with `lab status`; then `lab up --only verify`');
    }
    await pause(patience.pause, stop);
  }
}
