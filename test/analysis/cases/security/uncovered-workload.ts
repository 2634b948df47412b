import type { CheckCases } from '../../check-cases';
import { type Mutation, remove } from '../../mutation';

/** Of policies that list callers for single workloads, and no others, one is taken away. */
const policyOfWorkload: Mutation = function* taken(objects) {
  const listing = objects.filter(
    ({ kind, content }) => kind === 'AuthorizationPolicy' && JSON.stringify(content).includes('selector'),
  );
  const rest = objects.filter(({ kind }) => kind !== 'AuthorizationPolicy');
  const ofShop = listing.filter(({ namespace }) => namespace === 'shop');
  if (ofShop.length > 1) {
    yield* remove('AuthorizationPolicy')([...rest, ...ofShop]);
  }
};

interface Mesh {
  readonly policy: string;
  readonly namespace?: string;
  readonly inject?: string;
}

const mesh = ({ policy, namespace = 'shop', inject = 'enabled' }: Mesh): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: ${inject} } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [] }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: policy, namespace: ${namespace} }
spec: { ${policy} }
`;
const forOrders = 'selector: { matchLabels: { app: orders } }, rules: [{}]';

export const uncoveredWorkload: CheckCases = {
  code: 'KIA1301',
  mutations: { 'the policy of a workload taken away': policyOfWorkload },
  broken: {
    'a policy for one of two workloads': `${mesh({ policy: forOrders })}---
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: shop, labels: { app: orders } }
spec: { containers: [] }
`,
    'a policy for another workload': mesh({ policy: forOrders }),
  },
  clean: {
    'a policy for the whole namespace': mesh({ policy: '' }),
    'a policy for the whole mesh': mesh({ policy: '', namespace: 'istio-system' }),
    'a policy of another namespace': mesh({ policy: forOrders, namespace: 'store' }),
    'a policy that denies something elsewhere': mesh({ policy: `action: DENY, ${forOrders}` }),
    'a policy that is bound by name': mesh({ policy: 'targetRefs: [{ kind: Service, name: web }], rules: [{}]' }),
    'pods outside of the mesh': mesh({ policy: forOrders, inject: 'disabled' }),
    'pods that nobody calls': mesh({ policy: forOrders }).replace('kind: Service', 'kind: Other'),
    'pods of a gateway': `${mesh({ policy: forOrders })}---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, servers: [] }
`,
  },
};
