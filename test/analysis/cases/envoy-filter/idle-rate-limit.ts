import type { CheckCases } from '../../check-cases';
import { change, nothing } from '../../mutation';
import { patchText } from './patch-text';

const type = 'type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit';
const full = 'default_value: { numerator: 100, denominator: HUNDRED }';
const bucket = 'token_bucket: { max_tokens: 10, tokens_per_fill: 10, fill_interval: 60s }';

const patch = (limit: string): string =>
  patchText('HTTP_FILTER', 'INSERT_FIRST', { value: `typed_config: { '@type': ${type}, ${limit} }` });
const struct = (limit: string): string =>
  patchText('HTTP_FILTER', 'INSERT_FIRST', {
    value: `typed_config: { '@type': type.googleapis.com/udpa.type.v1.TypedStruct, type_url: ${type}, value: { ${limit} } }`,
  });
const ofRoute = (limit: string): string =>
  patchText('HTTP_ROUTE', 'MERGE', {
    value: `typed_per_filter_config: { envoy.filters.http.local_ratelimit: { '@type': ${type}, ${limit} } }`,
  });

const config = 'spec.configPatches.*.patch.value.typed_config';

export const idleRateLimit: CheckCases = {
  code: 'LAB025',
  mutations: {
    'a limit that nothing enables': change('EnvoyFilter', `${config}.filter_enabled`, nothing),
    'a limit that nothing enforces': change('EnvoyFilter', `${config}.filter_enforced`, nothing),
    'a limit enforced on no request': change('EnvoyFilter', `${config}.filter_enforced.default_value.numerator`, 0),
  },
  broken: {
    'a limit in a structure': struct(`${bucket}, filter_enabled: { ${full} }`),
    'a limit of a route': ofRoute(bucket),
  },
  clean: {
    'a limit that is enabled and enforced': patch(
      `${bucket}, filter_enabled: { ${full} }, filter_enforced: { ${full} }`,
    ),
    'the same in a structure': struct(`${bucket}, filter_enabled: { ${full} }, filter_enforced: { ${full} }`),
    'a filter whose routes have the limits': patch('stat_prefix: web'),
    'a limit of connections': patch(bucket).replaceAll('filters.http', 'filters.network'),
  },
};
