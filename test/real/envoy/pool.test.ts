import type { ConnectionPool } from '../../../lib/model/traffic-policy';
import { sampleRelease } from '../../support/sample';
import { until } from '../parts/until';
import { ordersRoute, pair } from './meshes';
import { istioObjects } from './rendered';
import { get, getInTurn } from './requests';
import { Stage } from './stage';

const stage = new Stage();
afterEach(() => stage.clear());

function objectsWith(connectionPool: ConnectionPool) {
  const ejection = { consecutive5xx: 5, interval: '10s', baseTime: '30s', maxPercent: 100 } as const;
  const stable = { ...sampleRelease('stable'), replicas: 1 };
  return istioObjects(pair({ callee: { stable, trafficPolicy: { connectionPool, ejection } } }));
}

describe('a connection pool', () => {
  it('refuses at once what neither a connection nor the queue has room for', async () => {
    let release: (status: number) => void = () => undefined;
    const held = new Promise<number>((resolve) => (release = resolve));
    const upstream = await stage.upstream(() => held);
    const proxy = await stage.proxy(objectsWith({ maxConnections: 1, maxPendingRequests: 1 }), [upstream]);
    const url = proxy.url(ordersRoute);
    const first = get(url);
    await until('the first request takes the connection', () => Promise.resolve(upstream.requests === 1));
    const others = [get(url), get(url)];
    const { status, headers } = await Promise.race(others);
    release(200);
    expect([status, headers['x-envoy-overloaded']]).toEqual([503, 'true']);
    const statuses = (await Promise.all([first, ...others])).map((answer) => answer.status);
    expect(statuses.sort()).toEqual([200, 200, 503]);
    expect(upstream.connections).toBe(1);
  });

  it('replaces a connection after the stated number of requests', async () => {
    const upstream = await stage.upstream(() => 200);
    const pool = { maxConnections: 10, maxPendingRequests: 5, maxRequestsPerConnection: 2 };
    const proxy = await stage.proxy(objectsWith(pool), [upstream]);
    await getInTurn(proxy.url(ordersRoute), 6);
    expect(upstream.connections).toBe(3);
  });
});
