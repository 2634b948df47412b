import type { CheckCases } from '../../check-cases';
import { change, nothing, only } from '../../mutation';
import { enrolled } from './inputs';
import { policyYaml, withoutTargetCases } from './policies';

const policy = policyYaml('extensions.istio.io/v1alpha1', 'WasmPlugin', 'url: oci://a.example/plugin');
const common = withoutTargetCases('KIA1116', policy);

export const wasmWithoutTarget: CheckCases = {
  ...common,
  mutations: {
    'no target': only('headers', change('WasmPlugin', 'spec.targetRefs', nothing)),
    'an empty list of targets': only('headers', change('WasmPlugin', 'spec.targetRefs.*', nothing)),
  },
  broken: {
    ...common.broken,
    'a whole namespace': enrolled + policy(''),
  },
};
