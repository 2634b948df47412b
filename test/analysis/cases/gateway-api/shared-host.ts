import type { CheckCases } from '../../check-cases';
import { addFrom, copyOf } from '../../mutation';

const gateway = (name: string, className: string, listener: string): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: ${name} }
spec: { gatewayClassName: ${className}, listeners: [${listener}] }
`;
const web = '{ name: web, port: 80, protocol: HTTP, hostname: shop.example }';

export const sharedHost: CheckCases = {
  code: 'KIA1501',
  mutations: {
    'a copy of a Gateway': (objects) =>
      addFrom('Gateway.gateway.networking.k8s.io', (original) => copyOf(original, 'copy'))(
        objects.filter(({ labels }) => labels['istio.io/waypoint-for'] === undefined),
      ),
  },
  broken: {
    'one host in two namespaces': `${gateway('a', 'istio', web)}---${gateway('b', 'istio', web)}`,
    'one host in capitals': `${gateway('a', 'istio', web)}---${gateway('b', 'istio', web.replace('shop', 'Shop'))}`,
  },
  clean: {
    'two hosts': `${gateway('a', 'istio', web)}---${gateway('b', 'istio', web.replace('shop', 'blog'))}`,
    'one host of two products': `${gateway('a', 'istio', web)}---${gateway('b', 'other', web)}`,
    'one host on two ports': `${gateway('a', 'istio', web)}---${gateway('b', 'istio', web.replace('80', '8080'))}`,
    'no host at all': ['a', 'b']
      .map((name) => gateway(name, 'istio', '{ name: web, port: 80, protocol: HTTP }'))
      .join('---'),
  },
};
