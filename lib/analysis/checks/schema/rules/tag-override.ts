import type { SchemaRule } from './rule';

/** @see https://istio.io/latest/docs/reference/config/telemetry/#MetricsOverrides-TagOverride */
export const tagOverride: SchemaRule = function* find({ telemetries }) {
  for (const { manifest, spec } of telemetries) {
    for (const [index, { overrides }] of spec.metrics.entries()) {
      for (const [number, { tagOverrides }] of overrides.entries()) {
        for (const [tag, { operation, value = '' }] of Object.entries(tagOverrides)) {
          const path = ['spec', 'metrics', index, 'overrides', number, 'tagOverrides', tag];
          if (operation === 'UPSERT' && value === '') {
            const message = `the tag ${tag} is set to nothing`;
            yield { manifest, path, message, remedy: 'give it a value, or write operation: REMOVE' };
          }
          if (operation === 'REMOVE' && value !== '') {
            const message = `the tag ${tag} is removed, and has a value`;
            yield { manifest, path, message, remedy: 'leave the value out, or write operation: UPSERT' };
          }
        }
      }
    }
  }
};
