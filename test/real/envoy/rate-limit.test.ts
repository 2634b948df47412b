import { sampleRelease } from '../../support/sample';
import { refusedPath } from './http-filters';
import { ordersRateLimit, pair } from './meshes';
import { istioObjects } from './rendered';
import { getInTurn } from './requests';
import { Stage } from './stage';

const stage = new Stage();
afterEach(() => stage.clear());

const replicas = 4;
const share = 3;
const total = replicas * share;

/** A pod gets a request back every 200 seconds, long after a test is over. */
const objects = istioObjects(
  pair({
    callee: {
      canary: sampleRelease('canary'),
      rateLimit: { requests: total, per: '10m' },
    },
  }),
);

const ok = { status: 200, limited: undefined };
const tooMany = { status: 429, limited: 'true' };

async function ask(url: string, times: number) {
  const answers = await getInTurn(url, times);
  return answers.map(({ status, headers }) => ({ status, limited: headers['x-local-rate-limit'] }));
}

describe('a rate limit', () => {
  it('lets the share of one pod through, and answers 429 with its mark to the rest', async () => {
    const process = await stage.upstream(() => 200);
    const proxy = await stage.proxy(objects, [process]);
    const answers = await ask(proxy.url(ordersRateLimit), share + 3);
    expect(answers).toEqual([ok, ok, ok, tooMany, tooMany, tooMany]);
    expect(process.requests).toBe(share);
  });

  it('lets exactly the stated total through all pods together', async () => {
    const process = await stage.upstream(() => 200);
    const proxies = await Promise.all(Array.from({ length: replicas }, () => stage.proxy(objects, [process])));
    const answers = await Promise.all(proxies.map((proxy) => ask(proxy.url(ordersRateLimit), share + 2)));
    expect(answers.flat().filter(({ status }) => status === 429)).toHaveLength(replicas * 2);
    expect(process.requests).toBe(total);
  });

  it('does not count what authorization refuses', async () => {
    const process = await stage.upstream(() => 200);
    const proxy = await stage.proxy(objects, [process]);
    const url = proxy.url(ordersRateLimit);
    const refused = await ask(`${url}${refusedPath}`, share + 1);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([403]));
    expect(await ask(url, share + 1)).toEqual([ok, ok, ok, tooMany]);
  });
});
