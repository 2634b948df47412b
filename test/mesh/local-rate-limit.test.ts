import { LocalRateLimit } from '../../lib/mesh/local-rate-limit';
import { objectsOf } from '../support/objects-of';
import { sampleRelease, sampleService } from '../support/sample';

const service = sampleService('shop', { canary: sampleRelease('canary', { replicas: 1 }) });
const [filter] = objectsOf(
  (chart) => new LocalRateLimit(chart, 'it', { service, limit: { requests: 30, per: '500ms' } }),
);
const patch = 'spec.configPatches.0';

describe('a rate limit', () => {
  it('gives each of the pods of all releases its part', () => {
    expect(filter).toHaveProperty(`${patch}.patch.value.typed_config.token_bucket`, {
      max_tokens: 10,
      tokens_per_fill: 10,
      fill_interval: '0.5s',
    });
  });

  it('is switched on for every request: Envoy alone would count, and let all pass', () => {
    const always = { numerator: 100, denominator: 'HUNDRED' };
    expect(filter).toMatchObject({
      spec: {
        configPatches: [
          {
            patch: {
              value: {
                typed_config: { filter_enabled: { default_value: always }, filter_enforced: { default_value: always } },
              },
            },
          },
        ],
      },
    });
  });

  it('stands directly before the router of what comes in, in the pods of the service alone', () => {
    expect(filter).toHaveProperty('spec.workloadSelector', { labels: { app: 'shop' } });
    expect(filter).toMatchObject({
      spec: {
        configPatches: [
          {
            applyTo: 'HTTP_FILTER',
            match: {
              context: 'SIDECAR_INBOUND',
              listener: { filterChain: { filter: { subFilter: { name: 'envoy.filters.http.router' } } } },
            },
            patch: { operation: 'INSERT_BEFORE' },
          },
        ],
      },
    });
  });
});
