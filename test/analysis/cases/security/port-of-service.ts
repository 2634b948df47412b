import type { CheckCases } from '../../check-cases';

const app = (name: string, ports: string, declared = '{ containerPort: 8080 }'): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { app: ${name} }, ports: [${ports}] }
---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }
spec: { containers: [{ name: ${name}, image: 'registry.example/${name}:1.0.0', ports: [${declared}] }] }
---`;

const web = app('web', '{ name: http, port: 8000, targetPort: 8080 }');
const both = web.replace(
  'ports: [{ name: http',
  'ports: [{ name: http-own, port: 8001, targetPort: 8000 }, { name: http',
);

const authentication = (port: number, selector = 'selector: { matchLabels: { app: web } }, '): string => `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: web, namespace: shop }
spec: { ${selector}mtls: { mode: STRICT }, portLevelMtls: { ${port}: { mode: PERMISSIVE } } }
`;

const authorization = (rule: string): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, rules: [{ ${rule} }] }
`;

const network = (ports: string, selector = '{ matchLabels: { app: web } }'): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: ${selector}, ingress: [{ from: [{ namespaceSelector: {} }], ports: [${ports}] }] }
`;

export const portOfService: CheckCases = {
  code: 'LAB086',
  broken: {
    'mutual TLS for the port of the Service': web + authentication(8000),
    'a rule for the port of the Service': web + authorization("to: [{ operation: { ports: ['8000'] } }]"),
    'a rule for all ports but that of the Service': web + authorization("to: [{ operation: { notPorts: ['8000'] } }]"),
    'a condition on the port of the Service':
      web + authorization("when: [{ key: destination.port, values: ['8000'] }]"),
    'a condition on all other ports': web + authorization("when: [{ key: destination.port, notValues: ['8000'] }]"),
    'a NetworkPolicy for the port of the Service': web + network('{ port: 8000 }'),
    'a named port behind the Service':
      app('web', '{ name: http, port: 8000, targetPort: main }', '{ name: main, containerPort: 8080 }') +
      authentication(8000),
  },
  clean: {
    'the port of the pod': web + authentication(8080),
    'a port that nothing says anything of': web + authentication(9999),
    'a port of the Service that the pod has as well':
      app('web', '{ name: http, port: 8000, targetPort: 8080 }', '{ containerPort: 8000 }, { containerPort: 8080 }') +
      authentication(8000),
    'a port to which another one of the Service leads': both + authentication(8000),
    'a policy of the whole namespace, which has no say over ports': web + authentication(8000, ''),
    'a rule for both': web + authorization("to: [{ operation: { ports: ['8000', '8080'] } }]"),
    'a rule for a port that is none': web + authorization("to: [{ operation: { ports: ['http'] } }]"),
    'a condition on something else': web + authorization("when: [{ key: source.ip, values: ['8000'] }]"),
    'a NetworkPolicy for several pods, one of which has the port':
      web + app('api', '{ name: http, port: 8000 }', '{ containerPort: 8000 }') + network('{ port: 8000 }', '{}'),
    'a NetworkPolicy for a range or a name': web + network('{ port: 8000, endPort: 8100 }, { port: http }'),
    'a NetworkPolicy for none of the pods':
      web + network('{ port: 8000 }', '{ matchExpressions: [{ key: app, operator: NotIn, values: [web] }] }'),
  },
};
