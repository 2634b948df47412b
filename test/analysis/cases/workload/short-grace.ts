import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';

const pod = (spec: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: ${spec}
`;
const hook = (command: string): string => `{ lifecycle: { preStop: { exec: { command: ${command} } } } }`;

export const shortGrace: CheckCases = {
  code: 'LAB058',
  mutations: inNamespaces([...labNamespaces, 'shop', 'bookings'], {
    'a grace period that ends with the drain': change(
      'Deployment',
      'spec.template.spec.terminationGracePeriodSeconds',
      10,
    ),
    'a drain longer than the grace period': change('Deployment', 'spec.template.spec.containers.*.lifecycle', {
      preStop: { sleep: { seconds: 60 } },
    }),
    'a drain by a shell': change('Deployment', 'spec.template.spec.containers.*.lifecycle', {
      preStop: { exec: { command: ['sh', '-c', 'nginx -s quit; sleep 1m'] } },
    }),
    'a request longer than the grace period': change('VirtualService', 'spec.http.*.timeout', '80s'),
  }),
  broken: {
    'the default of 30 seconds': pod(`{ containers: [${hook('[sleep, "30"]')}] }`),
    'a request longer than the grace period, and no hook': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ timeout: 45s, route: [{ destination: { host: web } }] }] }
`,
  },
  clean: {
    'a drain within the default': pod(`{ containers: [${hook('[sleep, "15"]')}] }`),
    'a word that only looks like a drain': pod(
      `{ containers: [${hook('[/bin/sh, -c, "touch /tmp/no-sleep 900x"]')}] }`,
    ),
    'pods that end at once, on purpose': pod('{ terminationGracePeriodSeconds: 0, containers: [{}] }'),
    'a long timeout for another subset': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web, version: v1 } }
spec: { containers: [{}] }
---
apiVersion: v1
kind: Pod
metadata: { name: batch, namespace: shop, labels: { app: web, version: v2 } }
spec: { terminationGracePeriodSeconds: 90, containers: [{}] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: batch, labels: { version: v2 } }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ timeout: 60s, route: [{ destination: { host: web, subset: batch } }] }] }
`,
  },
};
