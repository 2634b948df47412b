import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

export const oldGatewayName: CheckCases = {
  code: 'KIA1108',
  mutations: {
    'a gateway by the name of a host': change('VirtualService', 'spec.gateways.*', 'edge.shop.svc.cluster.local'),
  },
  clean: {
    'names as they are written today': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  gateways: [edge, ./edge, gateways/edge, mesh]
  http: []
`,
  },
};
