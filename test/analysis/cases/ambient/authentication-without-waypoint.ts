import type { CheckCases } from '../../check-cases';
import { policyYaml, withoutWaypointCases } from './policies';

const policy = policyYaml('security.istio.io/v1', 'RequestAuthentication', 'jwtRules: [{ issuer: a.example }]');

export const authenticationWithoutWaypoint: CheckCases = withoutWaypointCases('KIA1110', policy);
