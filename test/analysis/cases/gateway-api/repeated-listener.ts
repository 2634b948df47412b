import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const repeatedListener: CheckCases = {
  code: 'KIA1503',
  mutations: {
    'the host of another listener': change(
      'Gateway.gateway.networking.k8s.io',
      'spec.listeners.1.hostname',
      () => 'tickets.example',
    ),
  },
  broken: {
    'two listeners without a host': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  gatewayClassName: istio
  listeners: [{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP }]
`,
  },
  clean: {
    'listeners that differ by host, by port or by protocol': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  gatewayClassName: istio
  listeners:
    - { name: all, port: 80, protocol: HTTP }
    - { name: some, port: 80, protocol: HTTP, hostname: '*.shop.example' }
    - { name: one, port: 80, protocol: HTTP, hostname: eu.shop.example }
    - { name: other, port: 443, protocol: HTTPS, hostname: eu.shop.example }
    - { name: through, port: 443, protocol: TLS, hostname: eu.shop.example }
    - { name: unwritten }
    - { name: unwritten-too }
`,
  },
};
