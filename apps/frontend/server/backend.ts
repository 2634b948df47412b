import type { Answer } from '../shared/answer';
import { carried } from './carried-headers';

/** Milliseconds; longer than any timeout that the mesh declares, so that the mesh decides. */
const callTimeout = 25_000;

/** What the backend is asked. */
export interface Question {
  readonly path: '/' | '/api/analyze';
  /** @default - none, and the method is GET */
  readonly image?: Uint8Array<ArrayBuffer>;
}

/**
 * Asks the backend for the sake of the request that came in. Who can't be reached, or says what can't be read, has an
 * answer without a name.
 * @returns the address and its answer
 */
export async function askBackend(
  upstream: string,
  { path, image }: Question,
  came: Request,
): Promise<readonly [string, Answer]> {
  const address = new URL(path, upstream).href;
  try {
    const response = await fetch(address, {
      method: image === undefined ? 'GET' : 'POST',
      headers: {
        ...carried(came.headers),
        accept: 'application/json',
        ...(image && { 'content-type': 'application/octet-stream' }),
      },
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.any([came.signal, AbortSignal.timeout(callTimeout)]),
      ...(image && { body: image }),
    });
    return [address, await answerOf(response)];
  } catch (error) {
    return [address, failure(error)];
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    const answer = JSON.parse(text) as Answer;
    if (typeof answer.name === 'string') {
      return { ...answer, code: response.status };
    }
  } catch {
    // A proxy may answer in the place of the tier, with a text of its own.
  }
  return { code: response.status, error: `answered ${String(response.status)}, and no call tree` };
}

function failure(error: unknown): Answer {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') {
    return { code: 504, error: 'no answer in time' };
  }
  return { code: 502, error: cause instanceof Error ? cause.message || cause.name : message };
}
