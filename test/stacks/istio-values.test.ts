import * as z from 'zod';
import { stackOf, valuesOf } from './terraform-json';

describe('istiod', () => {
  const values = valuesOf('istiod', stackOf('platform'));

  it('asks for 200m and 256Mi, may take 1 CPU and 512Mi, and is there twice', () => {
    expect(values).toMatchObject({
      pilot: {
        replicaCount: 2,
        resources: { requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } },
      },
    });
  });

  it('makes proxies write JSON with time, method, path, status, duration, upstream and trace', () => {
    const { accessLogFormat } = z
      .object({ meshConfig: z.object({ accessLogFormat: z.string() }) })
      .parse(values).meshConfig;
    expect(values).toMatchObject({ meshConfig: { accessLogFile: '/dev/stdout', accessLogEncoding: 'JSON' } });
    expect(Object.keys(JSON.parse(accessLogFormat) as object)).toEqual(
      expect.arrayContaining(['start_time', 'method', 'path', 'status', 'duration', 'upstream_cluster', 'trace_id']),
    );
  });

  it('has proxies read %2F and // in a path as one slash, before they decide about it', () => {
    expect(values).toMatchObject({ meshConfig: { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } } });
  });

  it('traces 5 % of the requests to Jaeger', () => {
    expect(values).toMatchObject({
      pilot: { traceSampling: 5 },
      meshConfig: {
        extensionProviders: [
          { name: 'jaeger', zipkin: { service: 'jaeger.observability.svc.cluster.local', port: 9411 } },
        ],
      },
    });
  });

  it('tells the next process of a trace by B3 and by W3C headers', () => {
    expect(values).toMatchObject({
      meshConfig: { extensionProviders: [{ zipkin: { traceContextOption: 'USE_B3_WITH_W3C_PROPAGATION' } }] },
    });
  });

  it('lets no request leave for a host that nobody declared', () => {
    expect(values).toMatchObject({ meshConfig: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } } });
  });

  it('leaves the network to the CNI agent, so that pods need no privilege', () => {
    expect(values).toMatchObject({ pilot: { cni: { enabled: true } } });
  });
});

describe('the demo', () => {
  const stack = stackOf('platform', { settings: 'profile: demo' });

  it('runs one small istiod', () => {
    expect(valuesOf('istiod', stack)).toMatchObject({
      pilot: { replicaCount: 1, resources: { requests: { cpu: '50m', memory: '128Mi' } } },
    });
  });

  it('traces every request', () => {
    expect(valuesOf('istiod', stack)).toMatchObject({ pilot: { traceSampling: 100 } });
  });

  it('runs one gateway without a budget', () => {
    const values = valuesOf('istio-ingressgateway', stack);
    expect(values).toMatchObject({ replicaCount: 1 });
    expect(values).not.toHaveProperty('podDisruptionBudget');
  });
});

describe('the gateway in production', () => {
  it('is there twice and stays while a node is drained', () => {
    expect(valuesOf('istio-ingressgateway', stackOf('platform'))).toMatchObject({
      replicaCount: 2,
      podDisruptionBudget: { maxUnavailable: 1 },
    });
  });
});
