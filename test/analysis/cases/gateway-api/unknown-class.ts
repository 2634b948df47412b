import type { CheckCases } from '../../check-cases';
import { change, remove } from '../../mutation';

export const unknownClass: CheckCases = {
  code: 'KIA1504',
  mutations: {
    'a class that nobody has': change('Gateway.gateway.networking.k8s.io', 'spec.gatewayClassName', () => 'istoi'),
    'a class taken away': remove('GatewayClass'),
  },
  broken: {
    'a class that nobody has': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { gatewayClassName: istoi, listeners: [{ name: http, port: 80, protocol: HTTP }] }
`,
  },
  clean: {
    'the class of Istio': `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
`,
    'the classes of Istio': ['istio', 'istio-waypoint', 'istio-remote', 'istio-east-west']
      .map(
        (name) => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: edge }
spec: { gatewayClassName: ${name} }
`,
      )
      .join('---'),
  },
};
