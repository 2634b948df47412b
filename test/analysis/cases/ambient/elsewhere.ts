import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf, only } from '../../mutation';
import { type HostRule, routes, rules } from './host-rules';
import { ambient, enrolled, sidecars } from './inputs';

const enrolledEntry = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: a, labels: { istio.io/use-waypoint: waypoint } }
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
    broken: { 'a host outside, and no waypoint': ambient + yaml('pay.example') },
    clean: {
      'a Service, which is another finding': ambient + yaml('web'),
      'a waypoint of the namespace': enrolled + yaml('pay.example'),
      'a waypoint of the ServiceEntry': ambient + enrolledEntry + yaml('pay.example'),
      'callers with sidecars': sidecars + yaml('pay.example'),
    },
    example: { clean: 'a waypoint of the namespace' },
  };
}

export const elsewhereCases: readonly CheckCases[] = [casesOf('KIA1109', routes), casesOf('KIA0210', rules)];
