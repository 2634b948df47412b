import * as z from 'zod';
import type { FieldPath } from '../../manifest/manifest';
import { text } from '../../manifest/lenient';
import type { Check } from '../check';

/**
 * A bucket limits the requests that a runtime fraction picks, and the fractions start at nothing.
 * The bucket is one proxy's: every replica lets as many through.
 */
export const idleRateLimit: Check = {
  code: 'LAB025',
  level: 'error',
  title: 'A local rate limit is enabled and enforced',
  reason: 'filter_enabled and filter_enforced are 0 % unless they are written: the limit limits nothing.',
  remedy: 'write both, with default_value: { numerator: 100, denominator: HUNDRED }',
  link: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/local_rate_limit_filter',
  *find({ envoyFilters }) {
    for (const { manifest, spec } of envoyFilters) {
      for (const [index, { patch }] of spec.configPatches.entries()) {
        for (const { limit, path } of limitsIn(patch?.value, ['spec', 'configPatches', index, 'patch', 'value'])) {
          const idle = fractions.filter((field) => numeratorOf(limit, field) === 0);
          if (idle.length > 0) {
            const verb = idle.length === 1 ? 'is' : 'are';
            yield { manifest, path, message: `${idle.join(' and ')} ${verb} 0 %, so no request is ever limited` };
          }
        }
      }
    }
  },
};

const fractions = ['filter_enabled', 'filter_enforced'] as const;
const object = z.record(z.string(), z.unknown());
const fraction = z.object({ default_value: z.object({ numerator: z.unknown() }).partial().optional() });

interface Limit {
  readonly limit: Readonly<Record<string, unknown>>;
  readonly path: FieldPath;
}

/** The limits in a configuration of Envoy, at whatever depth: of a filter, a route, a virtual host. */
function* limitsIn(value: unknown, path: FieldPath, type = ''): Generator<Limit> {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      yield* limitsIn(entry, [...path, index]);
    }
  }
  const found = object.safeParse(value).data;
  if (found === undefined || Array.isArray(value)) {
    return;
  }
  const ownType = text.parse(found['type_url']) ?? text.parse(found['@type']) ?? type;
  if (ownType.includes('filters.http.local_ratelimit') && 'token_bucket' in found) {
    yield { limit: found, path };
  }
  for (const [key, entry] of Object.entries(found)) {
    yield* limitsIn(entry, [...path, key], key === 'value' ? ownType : '');
  }
}

/** @returns 0 if nothing is written; nothing if what is written can't be read */
function numeratorOf(limit: Limit['limit'], field: string): unknown {
  if (limit[field] === undefined) {
    return 0;
  }
  const { default_value } = fraction.safeParse(limit[field]).data ?? {};
  return default_value === undefined ? undefined : (default_value.numerator ?? 0);
}
