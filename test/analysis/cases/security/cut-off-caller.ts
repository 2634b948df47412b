import type { CheckCases } from '../../check-cases';
import { tiers } from '../tiers';

const direct = tiers({ name: 'web', calls: 'http://orders' }, { name: 'orders' });
/** Web calls orders, and a route leads that call to the cart. */
const detour = tiers(
  { name: 'web', calls: 'http://orders' },
  { name: 'orders', http: '{ route: [{ destination: { host: cart } }] }' },
  { name: 'cart' },
);

function policy(spec: string, calling = direct): string {
  return `${calling}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: policy, namespace: tiers }
spec: ${spec}
`;
}

export const cutOffCaller: CheckCases = {
  code: 'LAB019',
  broken: {
    'a callee that nobody may reach': policy(
      '{ podSelector: { matchLabels: { app: orders } }, policyTypes: [Ingress] }',
    ),
    'a callee for somebody else': policy(
      '{ podSelector: { matchLabels: { app: orders } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: cart } } }] }] }',
    ),
    'another port of the callee': policy(
      '{ podSelector: { matchLabels: { app: orders } }, ingress: [{ ports: [{ port: 8080 }] }] }',
    ),
    'a callee behind the route of another host': policy(
      '{ podSelector: { matchLabels: { app: cart } }, policyTypes: [Ingress] }',
      detour,
    ),
    'a caller that may not leave': policy('{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress] }'),
  },
  clean: {
    'a caller that is let in': policy(
      '{ podSelector: { matchLabels: { app: orders } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 80 }] }] }',
    ),
    'a policy for other pods': policy(
      '{ podSelector: { matchLabels: { app: cart } }, policyTypes: [Ingress, Egress] }',
    ),
    'a policy for what goes out of the callee': policy(
      '{ podSelector: { matchLabels: { app: orders } }, policyTypes: [Egress] }',
    ),
  },
};
