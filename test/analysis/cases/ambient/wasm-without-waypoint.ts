import type { CheckCases } from '../../check-cases';
import { policyYaml, withoutWaypointCases } from './policies';

const policy = policyYaml('extensions.istio.io/v1alpha1', 'WasmPlugin', 'url: oci://a.example/plugin');

export const wasmWithoutWaypoint: CheckCases = withoutWaypointCases('KIA1111', policy);
