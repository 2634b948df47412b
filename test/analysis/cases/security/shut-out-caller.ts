import type { CheckCases } from '../../check-cases';
import { change, type Mutation, remove, inNamespaces, labNamespaces } from '../../mutation';
import { tiers } from '../tiers';

/** Policies without a selector or without callers by identity are no caller's only way in. */
const ofCallers = (mutation: Mutation): Mutation =>
  function* policies(objects) {
    for (const variant of mutation(objects.filter(isNoOtherPolicy))) {
      yield [...variant, ...objects.filter((one) => !isNoOtherPolicy(one))];
    }
  };

function isNoOtherPolicy({ kind, content }: { kind: string; content: object }): boolean {
  const text = JSON.stringify(content);
  return kind !== 'AuthorizationPolicy' || (text.includes('"principals"') && !text.includes('istio-'));
}

const mesh = (policies: string, env = 'http://web.shop'): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [] }
---
apiVersion: v1
kind: Pod
metadata: { name: caller, namespace: store, labels: { app: caller } }
spec: { serviceAccountName: caller, containers: [{ name: caller, env: [{ name: URL, value: '${env}' }] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web } }] }] }
${policies}`;

const policy = (spec: string, namespace = 'shop'): string => `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${spec === '' ? 'nobody' : 'policy'}, namespace: ${namespace} }
spec: { ${spec} }
`;
const from = (source: string, to = ''): string => policy(`rules: [{ from: [{ source: { ${source} } }]${to} }]`);

/** Web calls orders, and a route leads that call to the cart. */
const detour = tiers(
  { name: 'web', calls: 'http://orders' },
  { name: 'orders', http: '{ route: [{ destination: { host: cart } }] }' },
  { name: 'cart' },
);

const tokens = `---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: tokens, namespace: shop }
spec: { jwtRules: [{ issuer: shop.example, jwksUri: 'https://shop.example/keys' }] }
`;

export const shutOutCaller: CheckCases = {
  code: 'LAB020',
  mutations: inNamespaces([...labNamespaces, 'bookings', 'bank', 'shop'], {
    'a policy for callers taken away': ofCallers(remove('AuthorizationPolicy')),
    'other callers': ofCallers(
      change('AuthorizationPolicy', 'spec.rules.*.from.*.source.principals', ['cluster.local/ns/default/sa/default']),
    ),
    'a port that the pods do not serve': ofCallers(
      change('AuthorizationPolicy', 'spec.rules.*.to.*.operation.ports', ['1']),
    ),
  }),
  broken: {
    'a route to pods that nobody may call': mesh(policy(''), 'none'),
    'a rule of the mesh that denies all': mesh(policy('', 'istio-system'), 'none'),
    'a caller of another namespace': mesh(from('namespaces: [shop]')),
    'a caller of another host, whose route leads there':
      `${detour}\n` +
      policy(
        'selector: { matchLabels: { app: cart } }, rules: [{ from: [{ source: { namespaces: [shop] } }] }]',
        'tiers',
      ),
    'a caller that is left out': mesh(from('notNamespaces: [store]')),
    'an account of the same name elsewhere': mesh(from('serviceAccounts: [caller]')),
    'the port of the Service, where the pods have another': mesh(
      from('namespaces: [store]', ', to: [{ operation: { ports: ["80"] } }]'),
    ),
    'a caller whose token nobody reads': mesh(from('requestPrincipals: ["*"]')),
  },
  clean: {
    'no policies': mesh(''),
    'a caller by its principal': mesh(policy('') + from('principals: [cluster.local/ns/store/sa/caller]')),
    'a caller by the end of its principal': mesh(policy('') + from('principals: ["*/sa/caller"]')),
    'a caller by the start of its namespace': mesh(policy('') + from('namespaces: [st*]')),
    'a caller by its account': mesh(policy('') + from('serviceAccounts: [store/caller]')),
    'a caller that is not left out': mesh(policy('') + from('notNamespaces: [shop]')),
    'a caller with a token, perhaps': mesh(policy('') + from('requestPrincipals: ["*"]') + tokens),
    'the port of the pods': mesh(from('namespaces: [store]', ', to: [{ operation: { ports: ["8080"] } }]')),
    everybody: mesh(policy('') + policy('rules: [{}]')),
    'a policy that denies others': mesh(policy('action: DENY, rules: [{ from: [{ source: { namespaces: [dev] } }] }]')),
    'a policy on a dry run': mesh(
      policy('').replace('namespace: shop', "namespace: shop, annotations: { istio.io/dry-run: 'true' }"),
    ),
    'pods that can not obey': mesh(policy('')).replace('istio-injection: enabled', 'istio-injection: disabled'),
  },
};
