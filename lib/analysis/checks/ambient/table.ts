import type { Check } from '../check';
import { misplacedChecks } from './misplaced';
import { sidecarInAmbient } from './sidecar-in-ambient';
import { twoDataplanes } from './two-dataplanes';
import { unusableWaypoint } from './unusable-waypoint';
import { waypointWithoutAmbient } from './waypoint-without-ambient';
import { withoutTargetChecks } from './without-target';
import { withoutWaypointChecks } from './without-waypoint';

/** What ambient mode asks for. */
export const ambientChecks: readonly Check[] = [
  ...withoutWaypointChecks,
  ...withoutTargetChecks,
  ...misplacedChecks,
  twoDataplanes,
  waypointWithoutAmbient,
  unusableWaypoint,
  sidecarInAmbient,
];
