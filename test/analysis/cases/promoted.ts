/** A release that Flagger promotes, in YAML: its Canary, the pods on trial, who calls them, and a route of both. */
export function promoted(caller: string, destination: string): string {
  return `
apiVersion: v1
kind: Namespace
metadata: { name: stock, labels: { istio-injection: enabled } }
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: items, namespace: stock }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: items }
  service: { port: 9090, targetPort: http, appProtocol: http }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: items, namespace: stock }
spec:
  replicas: 2
  selector: { matchLabels: { name: items } }
  template:
    metadata: { labels: { name: items, tier: back } }
    spec: { containers: [{ name: items, image: 'stock.example/items:v3', ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Pod
metadata: { name: till, namespace: stock, labels: { app: till } }
spec: { containers: [{ name: till, image: 'stock.example/till:v1', env: [{ name: ITEMS, value: '${caller}' }] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: items, namespace: stock }
spec:
  hosts: [items]
  http: [{ route: [{ destination: { host: items-primary }, weight: 80 }, { destination: { host: ${destination} }, weight: 20 }] }]
`;
}
