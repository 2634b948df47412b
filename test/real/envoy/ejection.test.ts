import type { TrafficPolicy } from './istio-objects';
import { ordersRoute, pair } from './meshes';
import type { Proxy } from './proxy';
import { type IstioObjects, istioObjects } from './rendered';
import { get } from './requests';
import { Stage } from './stage';
import type { Upstream } from './upstream';

const stage = new Stage();
afterEach(() => stage.clear());

const stated = 3;
const usualOfEnvoy = 5;

/** Enough for each of two pods to get more than its number of errors, whatever the dice say. */
const requests = 40;

const objects = istioObjects(
  pair({
    callee: {
      trafficPolicy: {
        connectionPool: { maxConnections: 10, maxPendingRequests: 5 },
        ejection: { consecutive5xx: stated, interval: '10s', baseTime: '5m', maxPercent: 50 },
      },
    },
  }),
);

type OutlierDetection = TrafficPolicy['outlierDetection'];

/** The same objects, as somebody else might have written them. */
function rewritten(change: (outlier: OutlierDetection) => OutlierDetection): IstioObjects {
  const destinationRules = objects.destinationRules.map((rule) => {
    const { trafficPolicy } = rule.spec;
    const outlierDetection = change(trafficPolicy.outlierDetection);
    return { ...rule, spec: { ...rule.spec, trafficPolicy: { ...trafficPolicy, outlierDetection } } };
  });
  return { ...objects, destinationRules };
}

/** One request after the other, each only when the one before has had its effect. */
async function send(proxy: Proxy): Promise<void> {
  for (let sent = 0; sent < requests; sent += 1) {
    const { status } = await get(proxy.url(ordersRoute));
    if (status >= 500) {
      await proxy.settle();
    }
  }
}

/** Sends to two pods, and tells how many requests each of them got. */
async function sendTo(pods: readonly Upstream[], given: IstioObjects = objects): Promise<number[]> {
  await send(await stage.proxy(given, pods));
  return pods.map((pod) => pod.requests);
}

describe('ejection', () => {
  it('spares a pod after the stated number of errors in a row, and keeps the other', async () => {
    const pods = [await stage.upstream(() => 500), await stage.upstream(() => 200)];
    expect(await sendTo(pods)).toEqual([stated, requests - stated]);
  });

  it('forgets errors that are not in a row', async () => {
    const pods = [await stage.upstream((request) => (request % stated === 0 ? 200 : 500))];
    const anyMayGo = rewritten((outlier) => ({ ...outlier, maxEjectionPercent: 100 }));
    expect(await sendTo(pods, anyMayGo)).toEqual([requests]);
  });

  it('leaves the stated share of pods although all of them fail', async () => {
    const pods = [await stage.upstream(() => 500), await stage.upstream(() => 503)];
    const counts = await sendTo(pods);
    expect(counts.sort((a, b) => a - b)).toEqual([stated, requests - stated]);
  });

  it('never happens where one pod is already more than the share that may go', async () => {
    const pods = [await stage.upstream(() => 500), await stage.upstream(() => 500)];
    const counts = await sendTo(
      pods,
      rewritten((outlier) => ({ ...outlier, maxEjectionPercent: 49 })),
    );
    expect(Math.min(...counts)).toBeGreaterThan(stated);
  });

  it("ignores consecutiveErrors: 3, and keeps to Envoy's own five", async () => {
    const pods = [await stage.upstream(() => 500), await stage.upstream(() => 200)];
    const dead = rewritten(({ consecutive5xxErrors, ...outlier }) => {
      return { ...outlier, ...(consecutive5xxErrors === undefined ? {} : { consecutiveErrors: consecutive5xxErrors }) };
    });
    expect(await sendTo(pods, dead)).toEqual([usualOfEnvoy, requests - usualOfEnvoy]);
  });
});
