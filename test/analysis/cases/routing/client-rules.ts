/** A Service, two pods that call it, one of them in another namespace, and a route to its subset v1. */
export const echoFor = (rules: string, route = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: echo, namespace: shop }
spec: { selector: { app: echo }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: client, namespace: client, labels: { app: client, sidecar.istio.io/inject: 'true' } }
spec: { containers: [{ name: client, image: shop.example/client:v1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: near, namespace: shop, labels: { app: near, sidecar.istio.io/inject: 'true' } }
spec: { containers: [{ name: near, image: shop.example/near:v1 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: echo, namespace: shop }
spec: { hosts: [echo], ${route}http: [{ route: [{ destination: { host: echo, subset: v1 } }] }] }
---${rules}`;

/** A DestinationRule for it. */
export const ruleOf = (namespace: string, spec: string, name = 'echo'): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name}, namespace: ${namespace} }
spec: { host: echo.shop.svc.cluster.local, ${spec} }
---`;

export const v1 = 'subsets: [{ name: v1, labels: { version: v1 } }]';
export const limits = 'trafficPolicy: { loadBalancer: { simple: RANDOM } }';
export const ofNear = 'workloadSelector: { matchLabels: { app: near } }';
