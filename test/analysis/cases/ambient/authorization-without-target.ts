import type { CheckCases } from '../../check-cases';
import { change, nothing, only } from '../../mutation';
import { enrolled } from './inputs';
import { policyYaml, withoutTargetCases } from './policies';

const policy = policyYaml(
  'security.istio.io/v1',
  'AuthorizationPolicy',
  'rules: [{ to: [{ operation: { paths: [/admin] } }] }]',
);
const common = withoutTargetCases('KIA0110', policy);

export const authorizationWithoutTarget: CheckCases = {
  ...common,
  mutations: {
    'no target': only('records-by-method', change('AuthorizationPolicy', 'spec.targetRefs', nothing)),
    'an empty list of targets': only('records-by-method', change('AuthorizationPolicy', 'spec.targetRefs.*', nothing)),
  },
  broken: {
    ...common.broken,
    'a whole namespace': enrolled + policy(''),
    'a policy that denies': enrolled + policy('action: DENY, '),
    'a policy that asks others': enrolled + policy('action: CUSTOM, '),
  },
};
