import type { SchemaRule } from './rule';

/** @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-WaypointMatch */
export const waypointMatch: SchemaRule = function* find({ envoyFilters }) {
  for (const { manifest, spec } of envoyFilters) {
    for (const [index, { match = {} }] of spec.configPatches.entries()) {
      const { context, waypoint, listener, routeConfiguration } = match;
      const isForWaypoints = context === 'WAYPOINT';
      const field = isForWaypoints ? (listener === undefined ? 'routeConfiguration' : 'listener') : 'waypoint';
      if (isForWaypoints ? (listener ?? routeConfiguration) !== undefined : waypoint !== undefined) {
        const path = ['spec', 'configPatches', index, 'match', field];
        const message = `a match of the context ${context ?? 'ANY'} has no ${field}`;
        yield { manifest, path, message, remedy: 'write `waypoint` with the context WAYPOINT, and with no other' };
      }
    }
  }
};
