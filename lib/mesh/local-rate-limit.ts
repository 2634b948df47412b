import { Construct } from 'constructs';
import {
  EnvoyFilter,
  EnvoyFilterSpecConfigPatchesApplyTo as ApplyTo,
  EnvoyFilterSpecConfigPatchesMatchContext as Context,
  EnvoyFilterSpecConfigPatchesPatchOperation as Operation,
} from '../../imports/networking.istio.io';
import { seconds } from '../model/duration';
import { serviceLabels } from '../model/labels';
import { type RateLimit, replicasOf, type Service } from '../model/service';

export interface LocalRateLimitProps {
  readonly service: Service;
  readonly limit: RateLimit;
}

/**
 * Answers 429 to what a service gets beyond its limit. Every proxy counts for itself, so each gets
 * its share of the stated total. The filter stands directly before the router: what authorization
 * refuses does not count.
 * @see https://istio.io/latest/docs/tasks/policy-enforcement/rate-limit/#local-rate-limit
 */
export class LocalRateLimit extends Construct {
  constructor(scope: Construct, id: string, { service, limit }: LocalRateLimitProps) {
    super(scope, id);
    new EnvoyFilter(this, 'filter', {
      metadata: { name: `${service.name}-rate-limit`, labels: serviceLabels(service) },
      spec: {
        workloadSelector: { labels: serviceLabels(service) },
        // After filters without a priority, so that an upgrade does not reorder them.
        priority: 10,
        configPatches: [
          {
            applyTo: ApplyTo.HTTP_UNDERSCORE_FILTER,
            match: {
              context: Context.SIDECAR_UNDERSCORE_INBOUND,
              listener: { filterChain: { filter: { name: connectionManager, subFilter: { name: router } } } },
            },
            patch: { operation: Operation.INSERT_UNDERSCORE_BEFORE, value: rateLimitFilter(service, limit) },
          },
        ],
      },
    });
  }
}

const connectionManager = 'envoy.filters.network.http_connection_manager';
const router = 'envoy.filters.http.router';

/** Both switches default to 0 percent in Envoy: without them the filter would count and let everything pass. */
function rateLimitFilter(service: Service, limit: RateLimit): Record<string, unknown> {
  const always = { numerator: 100, denominator: 'HUNDRED' };
  const tokens = limit.requests / replicasOf(service);
  return {
    name: 'envoy.filters.http.local_ratelimit',
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit',
      stat_prefix: 'http_local_rate_limiter',
      token_bucket: { max_tokens: tokens, tokens_per_fill: tokens, fill_interval: `${seconds(limit.per)}s` },
      filter_enabled: { runtime_key: 'local_rate_limit_enabled', default_value: always },
      filter_enforced: { runtime_key: 'local_rate_limit_enforced', default_value: always },
      response_headers_to_add: [
        { append_action: 'OVERWRITE_IF_EXISTS_OR_ADD', header: { key: 'x-local-rate-limit', value: 'true' } },
      ],
    },
  };
}
