import type { CheckCases } from '../../check-cases';
import { echoFor as client, limits, ofNear, ruleOf, v1 } from './client-rules';
import { change, nothing, inNamespaces, labNamespaces } from '../../mutation';

export const missingSubset: CheckCases = {
  code: 'KIA1107',
  mutations: inNamespaces([...labNamespaces, 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'], {
    'a subset that nobody makes': change('VirtualService', 'spec.http.*.route.*.destination.subset', 'beta'),
    'a subset renamed where it is made': change('DestinationRule', 'spec.subsets.*.name', 'renamed'),
    'a rule without its subsets': change('DestinationRule', 'spec.subsets', nothing),
    'a rule that only its own namespace sees, for a route of others': change('DestinationRule', 'spec.exportTo', [
      'nobody',
    ]),
  }),
  broken: {
    'a subset that the rule does not make': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v1, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web, version: v1 } }
  template:
    metadata: { labels: { app: web, version: v1 } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web, subset: v2 } }] }] }
`,
    'a subset that the pods of the gateway can not see': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: edge }
spec: { template: { metadata: { labels: { istio: edge } } } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec: { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge/edge]
  http: [{ route: [{ destination: { host: web, subset: v1 } }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, exportTo: ['.'], subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
`,
    'a rule of the client that hides the one with the subset': client(ruleOf('shop', v1) + ruleOf('client', limits)),
    'a rule for some pods that hides the one with the subset': client(
      ruleOf('shop', v1) + ruleOf('shop', `${ofNear}, ${limits}`, 'near'),
    ),
    'a subset for some pods alone': client(ruleOf('shop', `${ofNear}, ${v1}`)),
    'a mirror to a subset that is not there': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web } }], mirror: { host: web, subset: next } }]
`,
  },
  clean: {
    'a subset that it makes': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v1, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web, version: v1 } }
  template:
    metadata: { labels: { app: web, version: v1 } }
    spec: { containers: [{ name: web, image: shop.example/web:v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web, subset: v1 } }] }] }
`,
    'a subset that a rule for all hosts of the namespace makes': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web, subset: v1 } }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: all, namespace: shop }
spec: { host: '*.shop.svc.cluster.local', subsets: [{ name: v1, labels: { version: v1 } }] }
`,
    'a rule of the client that makes the subset too': client(ruleOf('shop', v1) + ruleOf('client', v1)),
    'a rule of a client that does not get the route': client(
      ruleOf('shop', v1) + ruleOf('client', limits),
      "exportTo: ['.'], ",
    ),
    'a rule for pods that are not there': client(
      ruleOf('shop', v1) + ruleOf('shop', `workloadSelector: { matchLabels: { app: far } }, ${limits}`, 'far'),
    ),
    'a rule for some pods, into which the other one is put': client(
      ruleOf('shop', `exportTo: ['.'], ${v1}`) + ruleOf('shop', `${ofNear}, ${limits}`, 'near'),
    ),
    'a rule of a client without a sidecar': client(ruleOf('shop', v1) + ruleOf('client', limits)).replace(
      "app: client, sidecar.istio.io/inject: 'true'",
      "app: client, sidecar.istio.io/inject: 'false'",
    ),
    'a rule for callers of another kind': client(ruleOf('shop', v1) + ruleOf('client', limits)).replace(
      'http: [{ route',
      'http: [{ match: [{ sourceLabels: { app: near } }], route',
    ),
    'a rule of gateways in a route for all': client(
      ruleOf('shop', v1) + ruleOf('client', limits),
      'gateways: [edge, mesh], ',
    ).replace('http: [{ route', 'http: [{ match: [{ gateways: [edge] }], route'),
    'a rule for connections of callers of another kind': client(ruleOf('shop', v1) + ruleOf('client', limits)).replace(
      'http: [{ route',
      'tcp: [{ match: [{ sourceLabels: { app: near } }], route',
    ),
    'a route of gateways alone': client(ruleOf('shop', v1) + ruleOf('client', limits), 'gateways: [edge], '),
    'a subset of two that two rules make': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http: [{ route: [{ destination: { host: web.shop.svc.cluster.local, subset: v2 } }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: one, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: two, namespace: shop }
spec: { host: web, subsets: [{ name: v2, labels: { version: v2 } }] }
`,
  },
};
