import type { Check } from '../check';
import { authenticationWithoutTarget } from './authentication-without-target';
import { authenticationWithoutWaypoint } from './authentication-without-waypoint';
import { authorizationWithoutTarget } from './authorization-without-target';
import { authorizationWithoutWaypoint } from './authorization-without-waypoint';
import { misplacedRoute } from './misplaced-route';
import { misplacedRule } from './misplaced-rule';
import { routeElsewhereWithoutWaypoint } from './route-elsewhere-without-waypoint';
import { routeWithoutWaypoint } from './route-without-waypoint';
import { ruleElsewhereWithoutWaypoint } from './rule-elsewhere-without-waypoint';
import { ruleWithoutWaypoint } from './rule-without-waypoint';
import { sidecarInAmbient } from './sidecar-in-ambient';
import { telemetryWithoutTarget } from './telemetry-without-target';
import { telemetryWithoutWaypoint } from './telemetry-without-waypoint';
import { twoDataplanes } from './two-dataplanes';
import { unusableWaypoint } from './unusable-waypoint';
import { wasmWithoutTarget } from './wasm-without-target';
import { wasmWithoutWaypoint } from './wasm-without-waypoint';
import { waypointWithoutAmbient } from './waypoint-without-ambient';

/** What ambient mode asks for. */
export const ambientChecks: readonly Check[] = [
  authorizationWithoutWaypoint,
  authorizationWithoutTarget,
  ruleElsewhereWithoutWaypoint,
  ruleWithoutWaypoint,
  misplacedRule,
  routeElsewhereWithoutWaypoint,
  authenticationWithoutWaypoint,
  wasmWithoutWaypoint,
  telemetryWithoutWaypoint,
  routeWithoutWaypoint,
  misplacedRoute,
  authenticationWithoutTarget,
  wasmWithoutTarget,
  telemetryWithoutTarget,
  twoDataplanes,
  waypointWithoutAmbient,
  unusableWaypoint,
  sidecarInAmbient,
];
