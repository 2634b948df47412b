import type { CheckCases } from '../../check-cases';
import { change, nothing, only } from '../../mutation';
import { enrolled } from './inputs';
import { policyYaml, withoutTargetCases } from './policies';

const policy = policyYaml('security.istio.io/v1', 'RequestAuthentication', 'jwtRules: [{ issuer: a.example }]');
const common = withoutTargetCases('KIA1115', policy);

export const authenticationWithoutTarget: CheckCases = {
  ...common,
  mutations: {
    'no target': only('records', change('RequestAuthentication', 'spec.targetRefs', nothing)),
    'an empty list of targets': only('records', change('RequestAuthentication', 'spec.targetRefs.*', nothing)),
  },
  broken: {
    ...common.broken,
    'a whole namespace': enrolled + policy(''),
  },
};
