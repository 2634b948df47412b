import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';

interface Mesh {
  readonly env: string;
  readonly spec?: string;
  readonly callee?: string;
  readonly pod?: string;
}

const mesh = ({ env, spec = '', callee = '"true"', pod = '' }: Mesh): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web }, annotations: { ${pod} } }
spec: { containers: [{ name: web, env: [{ name: URL, value: '${env}' }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: pay, namespace: bank }
spec: { selector: { app: pay }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: pay, namespace: bank, labels: { app: pay, sidecar.istio.io/inject: ${callee} } }
spec: { containers: [] }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec: { ${spec} egress: [{ hosts: ['./*', istio-system/*] }] }
`;

export const calleeOutOfScope: CheckCases = {
  code: 'LAB024',
  mutations: {
    'a callee that the Sidecar does not list': function* named(objects) {
      const strict = new Set(
        objects
          .filter(({ kind, content }) => kind === 'Sidecar' && JSON.stringify(content).includes('REGISTRY_ONLY'))
          .map(({ namespace }) => namespace),
      );
      const rest = objects.filter(({ kind, namespace }) => kind !== 'Deployment' || strict.has(namespace));
      const value = 'spec.template.spec.containers.*.env.*.value';
      yield* change('Deployment', value, 'http://kube-dns.kube-system:53')(rest);
    },
    'a Sidecar that lists nothing': function* emptied(objects) {
      const callers = objects
        .filter(({ kind, content }) => kind === 'Deployment' && /http:..[a-z]/.test(JSON.stringify(content)))
        .map(({ namespace }) => namespace);
      const rest = objects.filter(({ kind, namespace, name }) =>
        kind !== 'Sidecar' ? true : callers.includes(namespace) && name !== 'default',
      );
      yield* change('Sidecar', 'spec.egress.*.hosts', ['~/*'])(rest);
    },
  },
  broken: {
    'a URL': mesh({ env: 'http://pay.bank' }),
    'a host and a port': mesh({ env: 'pay.bank:80' }),
    'one URL of several': mesh({ env: 'http://web.shop:80/a, grpc://pay.bank.svc.cluster.local:80/b' }),
    'a callee without a proxy, where unknown hosts are refused': mesh({
      env: 'http://pay.bank',
      callee: '"false"',
      spec: 'outboundTrafficPolicy: { mode: REGISTRY_ONLY },',
    }),
  },
  clean: {
    'a callee of the same namespace, its own address, and hosts of others': mesh({
      env: 'http://web http://web.shop.svc:80 https://pay.example:443 0.0.0.0:80 pay.bank',
    }),
    'a callee without a proxy, where unknown hosts are let through': mesh({
      env: 'http://pay.bank',
      callee: '"false"',
    }),
    'a port that passes the proxy by': mesh({
      env: 'http://pay.bank:80',
      pod: 'traffic.sidecar.istio.io/excludeOutboundPorts: "443, 80"',
    }),
    'pods without a Sidecar': mesh({ env: 'http://pay.bank' }).replace('kind: Sidecar', 'kind: Other'),
    'a Sidecar that says nothing of egress': mesh({ env: 'http://pay.bank' }).replace(/egress:.*\}\]/, 'ingress: []'),
  },
};
