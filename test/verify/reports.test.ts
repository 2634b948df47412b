import { callPath } from '../../lib/verify/call-path';
import { agrees, declaredEjections, ejectionIn, ejectionText } from '../../lib/verify/ejection';
import { endpointsIn } from '../../lib/verify/endpoints';
import { markdownOf } from '../../lib/verify/markdown';
import { probePod, strangerProbe } from '../../lib/verify/probe';
import { rateLimitRows } from '../../lib/verify/rate-limit';
import { reportOf, type Row } from '../../lib/verify/row';
import { isAsWritten } from '../../lib/verify/written';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { readManifests } from '../../lib/analysis/manifest/read';
import { renderedFiles } from '../support/render';
import { threeTiers } from '../support/three-tiers';

const row = (verdict: Row['verdict'], what: string): Row => ({
  area: 'routing',
  what,
  said: 'a|b',
  seen: 'c',
  verdict,
});
const report = reportOf('kind-mesh-lab', false, [
  row('held', 'outside -> a-very-long-name-that-does-not-fit.into-a-column.of-a-table:8080/'),
  row('different', 'x'),
  row('not asked', 'y'),
]);

describe('a report', () => {
  it('counts what was not asked apart from what holds', () => {
    expect([report.held, report.different, report.notAsked]).toEqual([1, 1, 1]);
  });

  it('is Markdown whose cells stay in their columns', () => {
    expect(markdownOf(report)).toContain(String.raw`| routing | x | a\|b | c |`);
  });
});

describe('the way of a request', () => {
  it('is the one that its answer tells, the first that answered first', () => {
    const ml = { name: 'ml-canary', code: 200 };
    const backend = { name: 'backend-canary', code: 200, upstream_calls: { 'http://ml': ml } };
    const body = JSON.stringify({ name: 'frontend-canary', code: 200, upstream_calls: { 'http://b': backend } });
    expect(callPath(body)).toEqual(['frontend-canary', 'backend-canary', 'ml-canary']);
  });

  it.each(['', 'RBAC: access denied', '[]', '{"name":7}', 'null'])('is unknown where the answer is %j', (body) => {
    expect(callPath(body)).toEqual([]);
  });
});

describe('the endpoints of a proxy', () => {
  it('are those of one host in all of its subsets', () => {
    const line = (cluster: string, rest: string) => `outbound|80|${cluster}|web.shop.svc.cluster.local::${rest}`;
    const text = [
      line('v1', '10.0.0.1:80::rq_total::5'),
      line('v1', '10.0.0.1:80::health_flags::/failed_outlier_check'),
      line('v2', '10.0.0.2:80::rq_total::7'),
      line('v2', '10.0.0.2:80::health_flags::healthy'),
      line('v2', 'default_priority::max_connections::100'),
      'outbound|80||other.shop.svc.cluster.local::10.0.0.9:80::rq_total::9',
    ].join('\n');
    expect(endpointsIn(text, 'web.shop.svc.cluster.local')).toEqual([
      { requests: 5, isEjected: true },
      { requests: 7, isEjected: false },
    ]);
  });
});

describe('ejection', () => {
  const inventory = inventoryOf(readManifests(renderedFiles(threeTiers())).manifests);
  const [declared] = declaredEjections(inventory).filter(({ subset }) => subset === 'canary');
  const dump = (most: number) =>
    JSON.stringify({
      configs: [
        {
          cluster: {
            name: `outbound|5001|canary|${declared?.host ?? ''}`,
            outlier_detection: {
              consecutive_5xx: 3,
              interval: '10s',
              base_ejection_time: '30s',
              max_ejection_percent: most,
            },
          },
        },
      ],
    });

  it('is compared with what the proxy of a caller has', () => {
    if (declared === undefined) {
      throw new Error('the three tiers declare no ejection');
    }
    const same = ejectionIn(dump(50), declared);
    expect(ejectionText(same ?? {})).toBe('after 3 errors, looked at every 10 s, for 30 s, 50 % at most');
    expect(agrees(declared.declared, same ?? {})).toBe(true);
    expect(agrees(declared.declared, ejectionIn(dump(10), declared) ?? {})).toBe(false);
    expect(ejectionIn('{"configs":[]}', declared)).toBeUndefined();
  });
});

describe('a rate limit', () => {
  it('is named and not asked', () => {
    const text = `
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: limit, namespace: shop }
spec:
  configPatches:
    - applyTo: HTTP_FILTER
      patch:
        operation: INSERT_BEFORE
        value: { typed_config: { token_bucket: { max_tokens: 25, fill_interval: 60s } } }
`;
    const rows = rateLimitRows(inventoryOf(readManifests([{ name: 'limit.yaml', text }]).manifests));
    expect(rows).toMatchObject([{ said: '429 after 25 requests in 60s, for each pod', verdict: 'not asked' }]);
  });
});

describe('a probe', () => {
  it('lives no longer than a quarter of an hour, is marked, and is never ready by itself', () => {
    expect(probePod(strangerProbe, 'probe', 'curl:1')).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/managed-by': 'mesh-lab-verify' } },
      spec: { activeDeadlineSeconds: 900, readinessGates: [{ conditionType: 'mesh-lab/never' }] },
    });
  });
});

describe('the annotations of a probe', () => {
  it('keep Prometheus away, whatever the template of its caller says of metrics', () => {
    const annotations = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090', 'example.com/kept': 'yes' };
    expect(probePod({ ...strangerProbe, annotations }, 'probe', 'curl:1')).toMatchObject({
      metadata: {
        annotations: {
          'example.com/kept': 'yes',
          'prometheus.io/scrape': 'false',
          'prometheus.istio.io/merge-metrics': 'false',
        },
      },
    });
    expect(JSON.stringify(probePod({ ...strangerProbe, annotations }, 'probe', 'curl:1'))).not.toContain('9090');
  });
});

describe('an object as it is written', () => {
  const object = { metadata: { name: 'a', resourceVersion: '1' }, spec: { x: 1, y: 2 } };

  it('is the same in another order, and whatever a server adds', () => {
    const other = { spec: { y: 2, x: 1 }, metadata: { resourceVersion: '9', name: 'a' }, status: {} };
    expect(isAsWritten(object, other)).toBe(true);
  });

  it('is not the same with another value', () => {
    expect(isAsWritten(object, { ...object, spec: { x: 1, y: 3 } })).toBe(false);
  });
});
