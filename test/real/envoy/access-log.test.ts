import * as z from 'zod';
import { traceCollector } from '../../../lib/platform/add-ons';
import { istiodValues } from '../../../lib/platform/istio-values';
import { profiles } from '../../../lib/platform/profile';
import { until } from '../parts/until';
import { bootstrapOf } from './bootstrap';
import { type Extension, typeUrl } from './envoy-config';
import { ordersCluster, ordersRoute, pair } from './meshes';
import { validate } from './proxy';
import { istioObjects } from './rendered';
import { get } from './requests';
import { Stage } from './stage';
import { tracingOf } from './tracing';

const stage = new Stage();
afterEach(() => stage.clear());

const Values = z.object({
  meshConfig: z.object({ accessLogEncoding: z.literal('JSON'), accessLogFormat: z.string() }),
});
const Format = z.record(z.string(), z.string());

const istiod = istiodValues({ profile: profiles.production, sampling: 5, traceCollector });
const { meshConfig } = Values.parse(istiod);
const format = Format.parse(JSON.parse(meshConfig.accessLogFormat));

/** The kinds of what no test can foresee. */
const Line = z.looseObject({
  start_time: z.iso.datetime(),
  duration: z.number(),
  request_id: z.uuid(),
  upstream_cluster: z.string(),
});

const file = 'access.log';

/**
 * FileAccessLogFromMeshConfig in https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/telemetry_logging.go, into a
 * file of our own.
 */
function accessLog(jsonFormat: Readonly<Record<string, string>>): Extension {
  return {
    name: 'envoy.access_loggers.file',
    typed_config: {
      '@type': typeUrl('envoy.extensions.access_loggers.file.v3.FileAccessLog'),
      path: file,
      log_format: { json_format: jsonFormat, json_format_options: { sort_properties: false } },
    },
  };
}

describe('the access log', () => {
  const objects = istioObjects(pair({}));

  it('says of a request what its format promises', async () => {
    const upstream = await stage.upstream(() => 200);
    const proxy = await stage.proxy(objects, [upstream], { accessLog: accessLog(format) });
    const url = proxy.url(ordersRoute);
    await get(`${url}/orders?page=2`);
    await until('Envoy writes the line', () => Promise.resolve(proxy.read(file).endsWith('\n')));
    const line = Line.parse(JSON.parse(proxy.read(file)));
    expect(Object.keys(line).sort()).toEqual(Object.keys(format).sort());
    expect(line).toMatchObject({
      method: 'GET',
      path: '/orders?page=2',
      authority: new URL(url).host,
      status: 200,
      response_flags: '-',
      response_code_details: 'via_upstream',
      upstream_host: `127.0.0.1:${upstream.port}`,
    });
    // With or without the delimiter that Istio appends to names of statistics.
    expect(line.upstream_cluster).toBe(ordersCluster);
  });

  it('names the trace by which the collector knows the request', async () => {
    const upstream = await stage.upstream(() => 200);
    const collector = await stage.collector();
    const [tracing] = objects.telemetries.map((telemetry) => tracingOf(istiod, telemetry, collector.port));
    const surroundings = { accessLog: accessLog(format), ...(tracing === undefined ? {} : { tracing }) };
    const proxy = await stage.proxy(objects, [upstream], surroundings);
    await get(proxy.url(ordersRoute));
    await until('Envoy writes the line', () => Promise.resolve(proxy.read(file).endsWith('\n')));
    await until('Envoy sends its span', () => Promise.resolve(collector.spans.length > 0));
    expect(JSON.parse(proxy.read(file))).toMatchObject({ trace_id: collector.spans[0]?.traceId });
  });

  it('has a format that Envoy would refuse if an operator were misspelt', async () => {
    const broken = bootstrapOf(objects, { accessLog: accessLog({ ...format, trace_id: '%TRACE_IDENTITY%' }) });
    await expect(validate(broken)).rejects.toThrow('TRACE_IDENTITY');
  });
});
