import type { CheckCases } from '../../check-cases';
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

export const ambientCases: readonly CheckCases[] = [
  authorizationWithoutWaypoint,
  authorizationWithoutTarget,
  authenticationWithoutWaypoint,
  authenticationWithoutTarget,
  wasmWithoutWaypoint,
  wasmWithoutTarget,
  telemetryWithoutWaypoint,
  telemetryWithoutTarget,
  routeWithoutWaypoint,
  misplacedRoute,
  routeElsewhereWithoutWaypoint,
  ruleWithoutWaypoint,
  misplacedRule,
  ruleElsewhereWithoutWaypoint,
  twoDataplanes,
  sidecarInAmbient,
  waypointWithoutAmbient,
  unusableWaypoint,
];
