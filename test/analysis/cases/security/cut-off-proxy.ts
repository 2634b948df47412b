import type { CheckCases } from '../../check-cases';

const pod = (labels = '', env = ''): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop, labels: { app: api } }
spec: { containers: [{ name: api, image: 'registry.example/api:1.0.0' }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web${labels} } }
spec: { containers: [{ name: web, image: 'registry.example/web:1.0.0'${env} }] }
---`;

const out = (rules: string, name = 'web-out', policyTypes = 'Egress'): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [${policyTypes}], egress: [${rules}] }
---`;

const toApi = '{ to: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: 80 }] }';
const namespace = (name: string): string =>
  `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }`;
const toIstiod = `{ to: [${namespace('istio-system')}], ports: [{ port: 15012 }] }`;
const toDns = `{ to: [${namespace('kube-system')}], ports: [{ port: 53, protocol: UDP }, { port: 53 }] }`;
const unmeshed = ', sidecar.istio.io/inject: "false"';
const address = ", env: [{ name: API, value: 'http://api/' }]";

export const cutOffProxy: CheckCases = {
  code: 'LAB087',
  broken: {
    'a sidecar whose pod is let reach its callee alone': pod() + out(toApi),
    'a sidecar without istiod': pod() + out(`${toApi}, ${toDns}`),
    'a sidecar without DNS': pod() + out(`${toApi}, ${toIstiod}`),
    'two policies, and neither is for istiod': pod() + out(toApi) + out(toDns, 'web-dns'),
    'istiod in another namespace than the one that is let through':
      pod() + out(`${toDns}, { to: [${namespace('shop')}] }`),
    'the labels that a file gives the namespace of istiod': `${pod()}${out(
      `${toDns}, { to: [{ namespaceSelector: { matchLabels: { team: mesh } } }], ports: [{ port: 15012 }] }`,
    )}
apiVersion: v1
kind: Namespace
metadata: { name: istio-system }
`,
    'a caller without a sidecar, and without DNS': pod(unmeshed, address) + out(toApi),
  },
  clean: {
    'a sidecar that is let reach both': pod() + out(`${toApi}, ${toIstiod}, ${toDns}`),
    'both by another policy': pod() + out(toApi) + out(`${toIstiod}, ${toDns}`, 'mesh'),
    'everything but what comes in': pod() + out('', 'web-in', 'Ingress'),
    'addresses, which may be those of istiod and DNS': pod() + out('{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }'),
    'a namespace by labels that no file shows':
      pod() +
      out(
        '{ to: [{ namespaceSelector: { matchLabels: { team: mesh }, matchExpressions: [{ key: a, operator: Exists }] } }] }',
      ),
    'every namespace': pod() + out('{ to: [{ namespaceSelector: {} }] }'),
    'a pod without a sidecar that calls nobody': pod(unmeshed) + out(toApi),
    'a caller without a sidecar, with DNS': pod(unmeshed, address) + out(`${toApi}, ${toDns}`),
  },
};
