import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../parts/port';

type ReleaseName = 'stable' | 'canary';

/** How the application behaves, where that is not as the traffic of the test says. */
export interface Behaviour {
  /** Of 100 requests without a pin, how many the canary of the frontend answers. @default 30 */
  readonly canaryPercent?: number;
  /** Of 100 calls to the backend, how many its canary answers. @default - it follows the caller */
  readonly backendPercent?: number;
  /** @default true */
  readonly honoursPin?: boolean;
  /** One in so many requests is answered with an error. @default - none */
  readonly errorEvery?: number;
  /** Milliseconds before an answer. @default 0 */
  readonly delay?: number;
  /** Whether the frontend calls anybody. @default true */
  readonly callsBackend?: boolean;
  /** The whole answer. @default - what the stand-in image says */
  readonly text?: string;
}

/** A stand-in for gateway and application, on this machine alone. */
export interface App {
  /** IP address and port. */
  readonly address: string;
  /** Requests by the release of the frontend that answered. */
  readonly answered: Readonly<Record<ReleaseName, number>>;
  readonly stop: () => Promise<void>;
}

export async function startApp(behaviour: Behaviour): Promise<App> {
  const port = await freePort();
  const answered = { stable: 0, canary: 0 };
  const frontend = chooser(behaviour.canaryPercent ?? 30);
  const backend = behaviour.backendPercent === undefined ? undefined : chooser(behaviour.backendPercent);
  let requests = 0;
  const answer = async ({ headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    const code = requests % (behaviour.errorEvery ?? Infinity) === 0 ? 500 : 200;
    const isPinned = headers['x-canary'] === 'true' && behaviour.honoursPin !== false;
    const release = isPinned ? 'canary' : frontend();
    answered[release] += 1;
    await sleep(behaviour.delay ?? 0);
    const text = behaviour.text ?? callTree(release, isPinned ? 'canary' : (backend?.() ?? release), code, behaviour);
    response.writeHead(code).end(text);
  };
  const server = createServer((request, response) => void answer(request, response)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { address: `127.0.0.1:${port}`, answered, stop };
}

/** Spreads the canary's share evenly, so that no run is out of luck. */
function chooser(percent: number): () => ReleaseName {
  let due = 0;
  return () => {
    due += percent;
    if (due < 100) {
      return 'stable';
    }
    due -= 100;
    return 'canary';
  };
}

function callTree(frontend: ReleaseName, backend: ReleaseName, code: number, { callsBackend }: Behaviour): string {
  const ml = { 'http://ml': { name: `ml-${backend}`, code } };
  const called = { 'http://backend': { name: `backend-${backend}`, code, upstream_calls: ml } };
  return JSON.stringify({
    name: `frontend-${frontend}`,
    code,
    ...(callsBackend === false ? {} : { upstream_calls: called }),
  });
}
