import { traceCollector } from '../../../lib/platform/add-ons';
import { istiodValues } from '../../../lib/platform/istio-values';
import { profiles } from '../../../lib/platform/profile';
import { until } from '../parts/until';
import { ordersRoute, pair } from './meshes';
import { istioObjects } from './rendered';
import { get } from './requests';
import { Stage } from './stage';
import { tracingOf } from './tracing';

const stage = new Stage();
afterEach(() => stage.clear());

const istiod = istiodValues({ profile: profiles.production, sampling: 5, traceCollector });
const objects = istioObjects(pair({}));
const known = '463ac35c9f6413ad48485a3953bb6124';

/** What a callee and the collector get of one request. @param tag what the tag of the release is made of */
async function traced(headers: Readonly<Record<string, string>> = {}, tag?: string) {
  const upstream = await stage.upstream(() => 200);
  const collector = await stage.collector();
  const [rendered] = objects.telemetries.map((telemetry) => tracingOf(istiod, telemetry, collector.port));
  if (rendered === undefined) {
    throw new Error('there is a Telemetry for the whole mesh');
  }
  const tags = tag === undefined ? {} : { custom_tags: [{ tag: 'release', value: tag }] };
  const tracing = { ...rendered, config: { ...rendered.config, ...tags } };
  const proxy = await stage.proxy(objects, [upstream], { tracing });
  await get(proxy.url(ordersRoute), headers);
  await until('Envoy sends its span', () => Promise.resolve(collector.spans.length > 0));
  const [, trace, span] = /^00-(\w{32})-(\w{16})-01$/.exec(String(upstream.headers['traceparent'])) ?? [];
  return { received: upstream.headers, w3c: { trace, span }, spans: collector.spans };
}

describe('a callee is told of the trace', () => {
  it('in both ways, with the same identifiers, and the collector gets to know them', async () => {
    const { received, w3c, spans } = await traced();
    expect(w3c).toEqual({ trace: received['x-b3-traceid'], span: received['x-b3-spanid'] });
    expect(received['x-b3-sampled']).toBe('1');
    expect(received['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(spans).toMatchObject([{ traceId: w3c.trace }]);
  });

  it.each([
    ['traceparent alone', { traceparent: `00-${known}-0020000000000001-01` }],
    ['B3 alone', { 'x-b3-traceid': known, 'x-b3-spanid': '0020000000000001', 'x-b3-sampled': '1' }],
  ])('in both ways by a caller that knows %s', async (_, headers) => {
    const { received, w3c, spans } = await traced(headers);
    expect([received['x-b3-traceid'], w3c.trace]).toEqual([known, known]);
    expect(spans).toMatchObject([{ traceId: known }]);
  });
});

describe('the tag of the release', () => {
  it('is left out where nobody who answered has introduced himself', async () => {
    const { spans } = await traced();
    expect(spans[0]?.tags).not.toHaveProperty('release');
  });

  it('is filled in when the answer is there', async () => {
    const { spans } = await traced({}, '%RESPONSE_CODE%');
    expect(spans[0]?.tags).toMatchObject({ release: '200' });
  });
});
