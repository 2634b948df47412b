import type { CheckCases } from '../../check-cases';
import { change, rewritten } from '../../mutation';

const hosts = 'spec.egress.*.hosts.*';

const sidecar = (entries: string): string => `
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: ['*.pay.example'], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: NONE }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec: { egress: [{ hosts: [${entries}] }] }
`;

export const unknownEgressHost: CheckCases = {
  code: 'KIA1004',
  mutations: {
    'a host that is not there': change(
      'Sidecar',
      hosts,
      rewritten((old) => (old.endsWith('/*') ? './nobody.nowhere.example' : old.replace('/', '/no-'))),
    ),
    'a namespace that is not there': change('Sidecar', hosts, 'nowhere/*'),
    'a host that lives elsewhere': change('Sidecar', hosts, 'kube-system/istiod.istio-system.svc.cluster.local'),
  },
  broken: {
    'a namespace that has no such host': sidecar(
      './orders.shop.svc.cluster.local, store/orders.shop.svc.cluster.local',
    ),
    'a short name': sidecar('./orders'),
    'an end that no host has': sidecar("'./*.pay.test'"),
    'a host that no namespace has': sidecar("'*/order.shop.svc.cluster.local'"),
  },
  clean: {
    'each way to write what is there': sidecar(
      "./*, '*/*', ./orders.shop.svc.cluster.local, '*/orders.shop.svc.cluster.local', shop/*, './*.svc.cluster.local'",
    ),
    'hosts that a wildcard covers, and wider wildcards': sidecar("./eu.pay.example, './*.pay.example', './*.example'"),
    'nothing at all': sidecar("'~/*'"),
    'the namespaces of the platform': sidecar('istio-system/*, kube-system/*, observability/*'),
  },
};
