import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, pathOf } from '../shared/answer';
import { askBackend, type Question } from './backend';
import { traceId } from './carried-headers';
import { Fault } from './fault';
import { readSettings, type Settings } from './settings';
import { Refused, uploadedImage } from './upload';

let made: { readonly settings: Settings; readonly fault: Fault } | undefined;

/** Read when first needed: a build knows nothing of where it will run. */
function tier() {
  if (made === undefined) {
    const settings = readSettings(process.env);
    made = { settings, fault: new Fault(settings.errorRate) };
  }
  return made;
}

/** The release that this process is. */
export function releaseName(): string {
  return tier().settings.name;
}

/** Who is there, from here on. */
export function callTree(request: Request): Promise<Answer> {
  return answered(request, () => Promise.resolve({ path: '/' }));
}

/** What to do with the product whose code the request brings a picture of. */
export function analysis(request: Request): Promise<Answer> {
  return answered(request, async () => ({ path: '/api/analyze', image: await uploadedImage(request) }));
}

/** An answer as JSON, with the releases that made it. */
export function response(answer: Answer, headers: Record<string, string> = {}): Response {
  return Response.json(answer, { status: answer.code, headers: { ...answerHeaders(answer), ...headers } });
}

/** Headers of every answer, whatever its form. */
export function answerHeaders(answer: Answer): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-served-by': pathOf(answer).join(', '),
  };
}

async function answered(request: Request, question: () => Promise<Question>): Promise<Answer> {
  const start = performance.now();
  const answer = await answerTo(request, question);
  log(request, answer, performance.now() - start);
  return answer;
}

async function answerTo(request: Request, question: () => Promise<Question>): Promise<Answer> {
  const { settings, fault } = tier();
  const { name } = settings;
  await sleep(settings.delay);
  if (fault.strikes()) {
    return { name, code: settings.errorCode, error: 'failed on purpose: ERROR_RATE asks for it' };
  }
  try {
    const [address, from] = await askBackend(settings.upstream, await question(), request);
    // A failure of the callee is a failure of the gateway to it, and what it refuses is the fault of the request.
    const code = from.code >= 500 && from.code !== 504 ? 502 : from.code;
    const { error, result } = from;
    return {
      name,
      code,
      ...(error !== undefined && { error }),
      ...(result && { result }),
      upstream_calls: { [address]: from },
    };
  } catch (error) {
    if (error instanceof Refused) {
      return { name, code: error.code, error: error.message };
    }
    throw error;
  }
}

/** One line of JSON for each request, with the id that finds its trace. */
function log(request: Request, answer: Answer, duration: number): void {
  const line = {
    msg: 'request',
    method: request.method,
    path: new URL(request.url).pathname,
    status: answer.code,
    duration_ms: Math.round(duration),
    served_by: pathOf(answer).join(', '),
    trace_id: traceId(request.headers),
    request_id: request.headers.get('x-request-id') ?? '',
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
