import type { SchemaRule } from './rule';

/** @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-WaypointMatch */
export const waypointMatch: SchemaRule = function* find({ envoyFilters }) {
  for (const { manifest, spec } of envoyFilters) {
    for (const [index, { match = {} }] of spec.configPatches.entries()) {
      const { context = 'ANY', waypoint } = match;
      if ((context === 'WAYPOINT') !== (waypoint !== undefined)) {
        const path = ['spec', 'configPatches', index, 'match'];
        const message = `the match of the context ${context} has ${waypoint === undefined ? 'no' : 'a field'} waypoint`;
        yield { manifest, path, message, remedy: 'write `waypoint` with the context WAYPOINT, and with no other' };
      }
    }
  }
};
