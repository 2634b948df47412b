import { type Access, decidingIn } from '../../../lib/analysis/access/access';
import { Matrix } from '../../../lib/analysis/access/matrix';
import type { PartOfRequest } from '../../../lib/analysis/authorization/samples';
import { inventoryFrom } from '../inputs';

/** A workload of its own account, with a Service at port 80 before its port 8080. */
export function app(namespace: string, name: string, portName = 'http', pod = ''): string {
  return `
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ name: ${portName}, port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name}, tier: ${name}-tier } }
    spec: { serviceAccountName: ${name}, containers: [{ name: ${name}, ports: [{ name: web, containerPort: 8080 }] }]${pod} }
`;
}

export function meshed(namespace: string, injection = 'enabled'): string {
  return `
---
apiVersion: v1
kind: Namespace
metadata: { name: ${namespace}, labels: { istio-injection: ${injection}, team: ${namespace} } }
`;
}

/** The web calls orders, bytes of TCP go to the cache, and a partner is in a namespace of its own. */
export const shop = [
  meshed('shop'),
  meshed('partner'),
  app('shop', 'web'),
  app('shop', 'orders'),
  app('shop', 'cache', 'tcp'),
  app('partner', 'agent'),
].join('');

/** An AuthorizationPolicy for the orders, its specification in flow style; empty: for everything in the namespace. */
export function policy(spec: string, { name = 'policy', namespace = 'shop' } = {}): string {
  return `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`;
}

export interface Asked extends PartOfRequest {
  /** @default - shop/web */
  readonly from?: string;
  /** @default - shop/orders */
  readonly to?: string;
  /** @default - 80 */
  readonly port?: number;
}

/** What holds between two, pod by pod where that differs. */
export function accesses(yaml: string, { from = 'shop/web', to = 'shop/orders', port = 80, ...known }: Asked = {}) {
  const matrix = new Matrix(inventoryFrom(yaml));
  const caller = matrix.callers.find(({ namespace, name }) => `${namespace}/${name}` === from);
  const callee = matrix.callees.find((one) => `${one.namespace}/${one.name}` === to && one.port === port);
  if (caller === undefined || callee === undefined) {
    throw new Error(`a test asks for ${from} -> ${to}:${port}, which its YAML does not have`);
  }
  return matrix.cells(caller, callee, known);
}

/** `allowed`, `denied`, `depends`, or the requests that pass. */
export function access(yaml: string, asked: Asked = {}): string {
  const found = accesses(yaml, asked).map((cell) => wordFor(cell.access));
  return [...new Set(found)].join(' | ');
}

/** The layer that decides, and what it says. */
export function reason(yaml: string, asked: Asked = {}): string {
  const [cell] = accesses(yaml, asked);
  const decision = cell === undefined ? undefined : decidingIn(cell.access);
  return decision === undefined ? '' : `${decision.layer}: ${decision.because}`;
}

export function wordFor({ verdict, requests }: Access): string {
  return verdict === 'partly' ? (requests ?? '') : verdict;
}
