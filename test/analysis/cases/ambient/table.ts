import type { CheckCases } from '../../check-cases';
import { elsewhereCases } from './elsewhere';
import { misplacedCases } from './misplaced';
import { sidecarInAmbient } from './sidecar-in-ambient';
import { twoDataplanes } from './two-dataplanes';
import { unservedCases } from './unserved';
import { unusableWaypoint } from './unusable-waypoint';
import { waypointWithoutAmbient } from './waypoint-without-ambient';
import { withoutTargetCases } from './without-target';
import { withoutWaypointCases } from './without-waypoint';

export const ambientCases: readonly CheckCases[] = [
  ...withoutWaypointCases,
  ...unservedCases,
  ...elsewhereCases,
  ...withoutTargetCases,
  ...misplacedCases,
  twoDataplanes,
  sidecarInAmbient,
  waypointWithoutAmbient,
  unusableWaypoint,
];
