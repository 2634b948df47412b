import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { meshed } from './meshed';

/** The Service of a waypoint, read out of a cluster. */
function managed(labels: string): string {
  return `
apiVersion: v1
kind: Service
metadata: { name: waypoint, namespace: shop, labels: { ${labels} } }
spec:
  selector: { gateway.networking.k8s.io/gateway-name: waypoint }
  ports: [{ name: status-port, port: 15021, appProtocol: tcp }, { name: mesh, port: 15008, appProtocol: hbone }]
`;
}

export const appProtocol: CheckCases = {
  code: 'KIA0602',
  example: { broken: 'a protocol of its own' },
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'a protocol of its own': change('Service', 'spec.ports.*.appProtocol', 'web'),
      'a protocol of another vendor': change('Service', 'spec.ports.*.appProtocol', 'example.com/http'),
    },
  ),
  broken: {
    'a protocol of ztunnel at a Service of somebody else': managed('app: waypoint'),
    'a protocol of its own': meshed(' [{ name: http, port: 80, targetPort: 8080, appProtocol: web }]'),
  },
  clean: {
    'a protocol that Istio knows': meshed(' [{ name: web, port: 80, targetPort: 8080, appProtocol: http }]'),
    'the protocol of a Service that Istio has made': managed('gateway.istio.io/managed: istio.io-mesh-controller'),
    'protocols of Istio and of Kubernetes': meshed(`
    - { name: a, port: 80, appProtocol: HTTP }
    - { name: b, port: 81, appProtocol: kubernetes.io/h2c }
    - { name: c, port: 82, appProtocol: kubernetes.io/ws }
    - { name: d, port: 83, appProtocol: grpc-web }
    - { name: http-e, port: 84 }`),
  },
};
