import { type Outcome, Outcomes } from '../../../lib/analysis/access/outcome';
import { clientOf } from '../../../lib/analysis/routing/client';
import { requestFor } from '../../../lib/analysis/routing/request';
import type { Routing } from '../../../lib/analysis/routing/routing';
import { inventoryFrom } from '../inputs';

/** Namespaces with sidecars. */
export const namespaces = (...names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `{ apiVersion: v1, kind: Namespace, metadata: { name: ${name}, labels: { istio-injection: enabled } } }`,
    )
    .join('\n---\n');

/** A Deployment of one container, and nothing special about it. */
export const deployment = (name: string, namespace: string, labels: string, replicas = 2): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: ${labels} }
  template:
    metadata: { labels: ${labels} }
    spec: { containers: [{ name: app, image: app, ports: [{ containerPort: 8080 }] }] }
`;

export const service = (
  name: string,
  namespace: string,
  ports = '[{ name: http, port: 80, targetPort: 8080 }]',
): string => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: ${ports} }
`;

/** An object of Istio's networking. */
export const networking = (kind: string, name: string, namespace: string, spec: string): string => `
apiVersion: networking.istio.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`;

/** A caller `web`, and `orders` in two versions that a DestinationRule tells apart. */
export const shop = [
  namespaces('shop'),
  deployment('web', 'shop', '{ app: web, version: v1 }'),
  service('web', 'shop'),
  deployment('orders-v1', 'shop', '{ app: orders, version: v1 }', 3),
  deployment('orders-v2', 'shop', '{ app: orders, version: v2 }', 1),
  service('orders', 'shop'),
  networking(
    'DestinationRule',
    'orders',
    'shop',
    '{ host: orders, subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }] }',
  ),
];

/** What becomes of a request by the objects of some texts. */
export function ask(
  texts: readonly string[],
  from: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Outcome {
  const inventory = inventoryFrom(...texts);
  const workload = inventory.workloads.find(({ name }) => name === from);
  if (workload === undefined) {
    throw new Error(`the test has no workload ${from}`);
  }
  const request = requestFor(url, { headers: Object.entries(headers) });
  return new Outcomes(inventory).of(clientOf(inventory, workload), request);
}

/** `v1 90 %, v2 10 %`, with the reason for every failure. */
export function shares({ branches, direct }: Routing): string {
  const direction = direct === undefined ? [] : [`${direct.status}: ${direct.reason}`];
  const ways = branches.map(
    ({ subset, host, share, failure }) =>
      `${subset ?? host} ${Math.round(share * 100)} %${failure === undefined ? '' : ` (${failure.status}: ${failure.reason})`}`,
  );
  return [...direction, ...ways].join(', ');
}

export const gateway = 'istio-ingressgateway';
