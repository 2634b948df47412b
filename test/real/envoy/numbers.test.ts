import { meshOfEverything, ordersCluster } from './meshes';
import { istioObjects } from './rendered';
import { Stage } from './stage';

const stage = new Stage();
afterEach(() => stage.clear());

describe('Envoy, asked for a cluster that has every limit', () => {
  it('says every number that the mesh states', async () => {
    const proxy = await stage.proxy(istioObjects(meshOfEverything()), [await stage.upstream(() => 200)]);
    const threshold = { max_connections: 20, max_pending_requests: 10, max_requests: 30 };
    const protocol = { common_http_protocol_options: { max_requests_per_connection: 4 } };
    expect(await proxy.cluster(ordersCluster)).toMatchObject({
      circuit_breakers: { thresholds: [threshold] },
      outlier_detection: {
        consecutive_5xx: 7,
        interval: '0.500s',
        base_ejection_time: '120s',
        max_ejection_percent: 100,
      },
      typed_extension_protocol_options: { 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': protocol },
    });
  });
});
