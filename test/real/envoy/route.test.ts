import type { Resilience } from '../../../lib/model/resilience';
import { ordersRoute, pair } from './meshes';
import { type IstioObjects, istioObjects } from './rendered';
import { get } from './requests';
import { Stage } from './stage';
import type { Answers } from './upstream';

const stage = new Stage();
afterEach(() => stage.clear());

interface Outcome {
  /** What the client sees. */
  readonly status: number;
  /** How many requests the upstream saw. */
  readonly tries: number;
}

/** What one request comes to. */
async function outcome(objects: IstioObjects, answers: Answers): Promise<Outcome> {
  const upstream = await stage.upstream(answers);
  const proxy = await stage.proxy(objects, [upstream]);
  const { status } = await get(proxy.url(ordersRoute));
  return { status, tries: upstream.requests };
}

function calling(call: Resilience): IstioObjects {
  return istioObjects(pair({ call }));
}

/** Fails with a status as often as stated, then succeeds. */
const failing =
  (times: number, status: number): Answers =>
  (request) =>
    request <= times ? status : 200;

const never: Answers = () => undefined;

describe('a call with retries', () => {
  const retries = { attempts: 2, perTry: '5s', on: ['connect-failure', 'gateway-error', '429'] } as const;
  const retrying = calling({ retries, idempotent: true });

  it('is tried again until it succeeds', async () => {
    expect(await outcome(retrying, failing(2, 503))).toEqual({ status: 200, tries: 3 });
  });

  it('is tried once and the stated number of attempts, not more', async () => {
    expect(await outcome(retrying, failing(3, 503))).toEqual({ status: 503, tries: 3 });
  });

  it('is tried again on a status that stands among the conditions as a number', async () => {
    expect(await outcome(retrying, failing(1, 429))).toEqual({ status: 200, tries: 2 });
  });

  it('is tried again on a status that is its only condition', async () => {
    const onlyByStatus = calling({ retries: { ...retries, on: ['503'] }, idempotent: true });
    expect(await outcome(onlyByStatus, failing(1, 503))).toEqual({ status: 200, tries: 2 });
  });

  it('is not tried again on what is no condition', async () => {
    expect(await outcome(retrying, failing(1, 500))).toEqual({ status: 500, tries: 1 });
  });

  it('gives up each try after its time', async () => {
    const hasty = calling({ retries: { ...retries, perTry: '500ms' }, idempotent: true });
    expect(await outcome(hasty, never)).toEqual({ status: 504, tries: 3 });
  });
});

describe('a call without retries', () => {
  const plain = calling({});

  it('shows its caller the first failure', async () => {
    expect(await outcome(plain, failing(1, 503))).toEqual({ status: 503, tries: 1 });
  });

  it('would be tried again if it did not say that there are none', async () => {
    const virtualServices = plain.virtualServices.map(({ metadata, spec }) => {
      // What Istio takes for retries that are left out.
      return { metadata, spec: { ...spec, http: spec.http.map((rule) => ({ ...rule, retries: { attempts: 2 } })) } };
    });
    expect(await outcome({ ...plain, virtualServices }, failing(2, 503))).toEqual({ status: 200, tries: 3 });
  });

  it('is cut at its timeout', async () => {
    expect(await outcome(calling({ timeout: '500ms' }), never)).toEqual({ status: 504, tries: 1 });
  });
});
