import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

const gateway = (name: string, address: string): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: ${name} }
spec: { gatewayClassName: istio, addresses: [${address}] }
`;

export const sharedAddress: CheckCases = {
  code: 'KIA1502',
  mutations: {
    'a copy of a Gateway with an address': (objects) =>
      addFrom('Gateway.gateway.networking.k8s.io', (original) => copyOf(original, 'copy'))(
        objects.filter(({ kind, content }) => kind !== 'Gateway' || JSON.stringify(content).includes('10.0.0.10')),
      ),
  },
  broken: {
    'one address with its type and without': `${gateway('a', '{ value: 10.0.0.1 }')}---${gateway('b', '{ type: IPAddress, value: 10.0.0.1 }')}`,
  },
  clean: {
    'two Gateways on the proxies of one Service': ['a', 'b']
      .map((name) => gateway(name, '{ type: Hostname, value: ingress.edge.svc.cluster.local }'))
      .join('---'),
    'two addresses of one Gateway': gateway('a', '{ value: 10.0.0.1 }, { value: 10.0.0.1 }'),
  },
};
