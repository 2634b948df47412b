interface Tier {
  readonly name: string;
  /** Value of a variable of its pods. @default - they call nobody */
  readonly calls?: string;
  /** @default http */
  readonly protocol?: string;
  /** One rule, or several, of the route to it, in YAML. @default - no VirtualService */
  readonly http?: string;
  /** @default - mesh */
  readonly gateways?: string;
}

/** YAML of services that call each other in the meshed namespace `tiers`, each at port 80. */
export function tiers(...all: readonly Tier[]): string {
  const namespace = `
apiVersion: v1
kind: Namespace
metadata: { name: tiers, labels: { istio-injection: enabled } }`;
  const isEntered = all.some(({ gateways }) => gateways === 'edge');
  return [namespace, ...all.map(tier), ...(isEntered ? [edge] : [])].join('\n---');
}

const edge = `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: tiers }
spec: { selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'] }] }`;

/** A way through the VirtualService of a tier without conditions. */
export function rule(name: string, resilience: string, match = ''): string {
  return `{ ${match} ${resilience}, route: [{ destination: { host: ${name} } }] }`;
}

function tier({ name, calls = '', protocol = 'http', http, gateways = 'mesh' }: Tier): string {
  const route = `
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name}, namespace: tiers }
spec: { hosts: [${name}], gateways: [${gateways}], http: [${http ?? ''}] }`;
  return `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: tiers }
spec: { selector: { app: ${name} }, ports: [{ name: ${protocol}, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: tiers }
spec:
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, env: [{ name: NEXT, value: "${calls}" }] }] }${http === undefined ? '' : route}`;
}
