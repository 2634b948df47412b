import type { CheckCases } from '../../check-cases';
import { change, type Mutation, nothing, only } from '../../mutation';
import { edge, enrolled, sidecars } from './inputs';
import {
  authentication,
  authorization,
  ofEdge,
  ofPods,
  ofService,
  plugin,
  type PolicyYaml,
  telemetry,
} from './policies';

/** What waypoints ask every kind of policy for. */
function casesOf(code: string, policy: PolicyYaml): CheckCases {
  return {
    code,
    broken: { 'pods by their labels': enrolled + policy(ofPods) },
    clean: {
      'a Service': enrolled + policy(ofService),
      'pods with sidecars': sidecars + policy(ofPods),
      'an ingress gateway by its labels': enrolled + edge + policy(ofEdge),
    },
  };
}

/** The cases of the kinds that need a target even for a whole namespace. */
function targetCases(
  code: string,
  policy: PolicyYaml,
  [kind, name]: readonly [kind: string, name: string],
  broken: CheckCases['broken'] = {},
): CheckCases {
  const common = casesOf(code, policy);
  const mutations: Record<string, Mutation> = {
    'no target': only(name, change(kind, 'spec.targetRefs', nothing)),
    'an empty list of targets': only(name, change(kind, 'spec.targetRefs.*', nothing)),
  };
  return { ...common, mutations, broken: { ...common.broken, 'a whole namespace': enrolled + policy(''), ...broken } };
}

const telemetryCases = casesOf('KIA1117', telemetry);

export const withoutTargetCases: readonly CheckCases[] = [
  targetCases('KIA0110', authorization, ['AuthorizationPolicy', 'records-by-method'], {
    'a policy that denies': enrolled + authorization('action: DENY, '),
    'a policy that denies some callers at a port':
      enrolled +
      authorization(
        'action: DENY, ',
        'rules: [{ from: [{ source: { namespaces: [b] } }], to: [{ operation: { methods: [GET] } }] }]',
      ),
    'a policy that denies at a port':
      enrolled + authorization('action: DENY, ', "rules: [{ to: [{ operation: { methods: [GET], ports: ['80'] } }] }]"),
    'a policy that denies on a condition of connections':
      enrolled +
      authorization(
        'action: DENY, ',
        'rules: [{ to: [{ operation: { methods: [GET] } }], when: [{ key: source.namespace, values: [b] }] }]',
      ),
    'a policy that asks others': enrolled + authorization('action: CUSTOM, '),
  }),
  targetCases('KIA1115', authentication, ['RequestAuthentication', 'records']),
  targetCases('KIA1116', plugin, ['WasmPlugin', 'headers']),
  {
    ...telemetryCases,
    mutations: {
      'a selector': only('requests', change('Telemetry', 'spec.selector', { matchLabels: { app: 'reception' } })),
    },
    clean: { ...telemetryCases.clean, 'a whole namespace, which waypoints read': enrolled + telemetry('') },
  },
];
