import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, only } from '../../mutation';
import { type HostRule, routes, rule, rules } from './host-rules';
import { enrolled, sidecars } from './inputs';

const host = 'web.a.svc.cluster.local';
const enrolledElsewhere = enrolled.replace('waypoint }', 'waypoint, istio.io/use-waypoint-namespace: b }');
const callerWithSidecar = `
apiVersion: v1
kind: Pod
metadata: { name: job, namespace: b, labels: { sidecar.istio.io/inject: 'true' } }
---`;

/** Where a waypoint looks for what is said of a Service. */
function casesOf(code: string, { kind, hostField, yaml }: HostRule): CheckCases {
  return {
    code,
    mutations: {
      'a copy elsewhere': only(
        'records',
        addFrom(kind, (original) =>
          copyOf(original, 'copy', {
            'metadata.namespace': 'clinic-store',
            [hostField]: 'records.clinic.svc.cluster.local',
          }),
        ),
      ),
    },
    broken: { 'a namespace that the waypoint does not read': enrolled + yaml(host, 'b') },
    clean: {
      'the namespace of the Service': enrolled + yaml('web', 'a'),
      'the namespace of the waypoint': enrolledElsewhere + yaml(host, 'b'),
      'a Service with sidecars': sidecars + yaml(host, 'b'),
      'callers with sidecars': enrolled + callerWithSidecar + yaml(host, 'b'),
    },
  };
}

const ruleCases = casesOf('KIA0212', rules);

export const misplacedCases: readonly CheckCases[] = [
  casesOf('KIA1114', routes),
  { ...ruleCases, clean: { ...ruleCases.clean, 'the root namespace': enrolled + rule(host, 'istio-system') } },
];
