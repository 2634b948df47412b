import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, only } from '../../mutation';
import { type HostRule, routes, rules } from './host-rules';
import { ambient, enrolled, sidecars } from './inputs';

const entry = (labels = ''): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: a, labels: { ${labels} } }
spec: { hosts: [pay.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---`;

/** What routes and limits of hosts outside of the mesh need a waypoint for. */
function casesOf(code: string, { kind, hostField, yaml }: HostRule): CheckCases {
  return {
    code,
    mutations: {
      'a copy for a host outside, in a namespace without a waypoint': only(
        'records',
        addFrom(kind, (original) =>
          copyOf(original, 'copy', { 'metadata.namespace': 'clinic-store', [hostField]: 'pay.example' }),
        ),
      ),
    },
    broken: { 'a host outside, and no waypoint': ambient + entry() + yaml('pay.example') },
    clean: {
      'a waypoint of the namespace': enrolled + entry() + yaml('pay.example'),
      'a waypoint of the ServiceEntry': ambient + entry('istio.io/use-waypoint: waypoint') + yaml('pay.example'),
      'a Service, which is another finding': ambient + yaml('web'),
      'callers with sidecars': sidecars + yaml('pay.example'),
    },
  };
}

export const elsewhereCases: readonly CheckCases[] = [casesOf('KIA1109', routes), casesOf('KIA0210', rules)];
