import { ClusterError } from '../cluster/cluster-error';
import type { Lab } from '../load';
import { placesOf } from '../places';
import { probe } from '../probe';
import { pause } from '../process/stop';
import type { Site } from './site';
import type { Tell } from './view';

/** Milliseconds for one answer, between two, and for a first good one: nodes have to learn the new endpoints. */
const patience = { answer: 5000, pause: 1000, all: 60_000 } as const;

/**
 * Sees that the lab answers. `lab verify --quick` belongs here, behind the first good answer: before that it would report
 * what is only late.
 * @returns what was seen, in one line
 */
export async function verifyQuickly({ lab, stop }: Site, tell: Tell): Promise<string> {
  const entrances = lab.settings.target === 'kind' ? entrancesOf(lab) : [];
  for (const url of entrances) {
    tell(`waiting for ${url}`);
    await firstAnswer(url, stop);
  }
  return entrances.length === 0
    ? 'the gateway of an existing cluster is not reached from here; `lab open` forwards it'
    : `${entrances.join(', ')} answers`;
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
