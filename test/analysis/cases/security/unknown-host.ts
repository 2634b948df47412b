import type { CheckCases } from '../../check-cases';

const policy = (hosts: string): string => `
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { selector: { app: orders }, ports: [{ name: http, port: 80 }] }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: orders, namespace: shop }
spec: { rules: [{ to: [{ operation: { hosts: [${hosts}] } }] }] }
`;

export const unknownHost: CheckCases = {
  code: 'KIA0104',
  broken: {
    'a short name that no Service of the namespace has': policy('order'),
    'a short name with a port': policy('order:80'),
    'a name with a namespace that does not have it': policy('order.shop'),
    'a full name that no Service has': policy('order.shop.svc.cluster.local'),
  },
  clean: {
    'each way to write a Service': policy(
      'orders, Orders, orders:80, orders.shop, "orders.shop:80", orders.shop.svc.cluster.local',
    ),
    'names that come from outside': policy('shop.example, shop.io, "shop.example:8443", localhost, 10.0.0.1, "[::1]"'),
    'names by their start, by their end, and any': policy('"order*", "*.shop", "*"'),
    'a pod of a headless Service': policy('orders-0.orders.shop.svc.cluster.local'),
    'a short name in the root namespace': policy('order').replaceAll(
      'name: orders, namespace: shop',
      'name: orders, namespace: istio-system',
    ),
    'a host that a VirtualService gives': `${policy('order')}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: orders, namespace: shop }
spec: { hosts: [order], http: [{ route: [{ destination: { host: orders } }] }] }
`,
  },
};
