import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { Matrix } from '../../lib/analysis/access/matrix';
import { inventoryFrom } from './inputs';
import { ask, deployment, namespaces, networking, service, shares } from './routing/world';
import { onlineBoutiqueInMesh } from './upstream/online-boutique-mesh';

/** Codes of all findings but that images have no digest, which is true of every walkthrough. */
function codes(...texts: readonly string[]): string[] {
  const all = findings(inventoryFrom(...texts), allChecks).map(({ code, object }) => `${code} ${object}`);
  return all.filter((finding) => !/^LAB06[01] /.test(finding));
}

const security = (kind: string, name: string, namespace: string, spec: string): string =>
  networking(kind, name, namespace, spec).replace('networking', 'security');

describe('the canary of a catalogue, as a capstone has its readers write it', () => {
  const versions = ['v1', 'v2'].map((version) =>
    deployment(
      `productcatalogservice-${version}`,
      'default',
      `{ app: productcatalogservice, version: ${version} }`,
    ).replace('8080', '3550'),
  );
  const shop = onlineBoutiqueInMesh().replace(
    /(^|---\n)apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n {2}name: productcatalogservice\n[\s\S]*?(?=---\n)/,
    '$1',
  );
  const rule = networking(
    'DestinationRule',
    'productcatalogservice',
    'default',
    `
  host: productcatalogservice
  trafficPolicy:
    connectionPool: { http: { http1MaxPendingRequests: 100, http2MaxRequests: 1000 } }
    outlierDetection: { consecutive5xxErrors: 3, interval: 10s, baseEjectionTime: 30s, maxEjectionPercent: 50 }
  subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }]`,
  );
  const routing = networking(
    'VirtualService',
    'productcatalogservice',
    'default',
    `
  hosts: [productcatalogservice]
  http:
    - timeout: 3s
      retries: { attempts: 2, perTryTimeout: 1s, retryOn: 'gateway-error,connect-failure,retriable-4xx' }
      route:
        - { destination: { host: productcatalogservice, subset: v1 }, weight: 95 }
        - { destination: { host: productcatalogservice, subset: v2 }, weight: 5 }`,
  );
  const all = [shop, ...versions, rule, routing];

  it('starts with 95 to 5, three seconds and two more tries', () => {
    const answer = ask(all, 'recommendationservice', 'http://productcatalogservice:3550/');
    expect([shares(answer), answer.timeout, answer.retries]).toEqual([
      'v1 95 %, v2 5 %',
      '3s',
      { attempts: 2, perTryTimeout: '1s', retryOn: 'gateway-error,connect-failure,retriable-4xx' },
    ]);
  });

  it('has no findings', () => {
    expect(codes(...all)).toEqual([]);
  });

  it('is reported where the second version is missing', () => {
    expect(codes(shop, ...versions.slice(0, 1), rule, routing)).toEqual([
      'KIA0203 DestinationRule default/productcatalogservice',
    ]);
  });

  it('is reported where the route came before the rule', () => {
    expect(codes(shop, ...versions, routing)).toEqual([
      'KIA1107 VirtualService default/productcatalogservice',
      'KIA1107 VirtualService default/productcatalogservice',
    ]);
  });
});

describe('the building blocks of a guide for beginners', () => {
  const apps = [
    namespaces('shop'),
    deployment('web', 'shop', '{ app: web, version: v1 }').replace(
      'spec: { containers',
      'spec: { serviceAccountName: web, containers',
    ),
    '{ apiVersion: v1, kind: ServiceAccount, metadata: { name: web, namespace: shop } }',
    service('web', 'shop'),
    deployment('orders-v1', 'shop', '{ app: orders, version: v1 }'),
    deployment('orders-v2', 'shop', '{ app: orders, version: v2 }'),
    service('orders', 'shop'),
  ];
  const breaker = networking(
    'DestinationRule',
    'orders',
    'shop',
    `
  host: orders
  trafficPolicy:
    connectionPool: { tcp: { maxConnections: 100 }, http: { h2UpgradePolicy: UPGRADE, http1MaxPendingRequests: 100, http2MaxRequests: 1000 } }
    outlierDetection: { consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 60s, maxEjectionPercent: 50 }
  subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }]`,
  );
  const group = networking(
    'VirtualService',
    'orders',
    'shop',
    `
  hosts: [orders]
  http:
    - match: [{ headers: { x-user-type: { exact: beta-tester } } }]
      route: [{ destination: { host: orders, subset: v2 } }]
    - route: [{ destination: { host: orders, subset: v1 } }]
      timeout: 10s
      retries: { attempts: 3, perTryTimeout: 3s, retryOn: '5xx,reset,connect-failure' }`,
  );
  const strict = security('PeerAuthentication', 'default', 'istio-system', '{ mtls: { mode: STRICT } }');
  const methods = security(
    'AuthorizationPolicy',
    'orders',
    'shop',
    `
  selector: { matchLabels: { app: orders } }
  action: ALLOW
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }]
      to: [{ operation: { methods: [GET, POST], paths: ['/orders/*'] } }]`,
  );
  const all = [...apps, breaker, group, strict, methods];

  it('send a group of users to the new version', () => {
    expect(shares(ask(all, 'web', 'http://orders/', { 'x-user-type': 'beta-tester' }))).toBe('v2 100 %');
    const others = ask(all, 'web', 'http://orders/');
    expect([shares(others), others.timeout, others.retries.attempts]).toEqual(['v1 100 %', '10s', 3]);
  });

  it('let one principal in by method and path, and nobody else', () => {
    const matrix = new Matrix(inventoryFrom(...all));
    const callee = matrix.callees.find(({ name, isMetrics }) => name === 'orders' && !isMetrics);
    const verdicts = matrix.callers.flatMap((caller) =>
      callee === undefined
        ? []
        : matrix
            .cells(caller, callee)
            .map(({ access }) => `${caller.name}: ${access.verdict} ${access.requests ?? ''}`.trim()),
    );
    expect(verdicts).toEqual([
      'web: partly GET,POST /orders/*',
      'orders-v1: denied',
      'orders-v2: denied',
      'istio-ingressgateway: denied',
      'prometheus: denied',
      '(no identity): denied',
    ]);
  });

  it('leave the caller itself open, and have no other findings', () => {
    expect(codes(...all)).toEqual(['KIA1301 Deployment shop/web']);
  });
});
