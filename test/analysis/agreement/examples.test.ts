import { authorization } from '../../../cli/authz/authz';
import { routingTable } from '../../../lib/analysis/access/routing-table';
import { findings } from '../../../lib/analysis/checks/run';
import { allChecks } from '../../../lib/analysis/checks/table';
import { annotatedWaves } from '../../../lib/analysis/plan/waves';
import { inventoryFrom, manifestsOf } from '../inputs';
import { networking, service } from '../routing/world';

const namespace = (name: string, labels = 'istio-injection: enabled'): string =>
  `{ apiVersion: v1, kind: Namespace, metadata: { name: ${name}, labels: { ${labels} } } }`;

/** Pods of an account of their own. */
const pods = (name: string, of: string, { env = '', annotations = '', replicas = 1 } = {}): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${of} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} }, annotations: { ${annotations} } }
    spec:
      serviceAccountName: ${name}
      containers: [{ name: app, env: [{ name: CALLED, value: '${env}' }], ports: [{ containerPort: 8080 }] }]
`;
const security = (kind: string, of: string, spec: string): string => `
apiVersion: security.istio.io/v1
kind: ${kind}
metadata: { name: ${kind.toLowerCase()}, namespace: ${of} }
spec: ${spec}
`;
const strict = security('PeerAuthentication', 'pay', '{ mtls: { mode: STRICT } }');
const excluded = { annotations: "traffic.sidecar.istio.io/excludeInboundPorts: '8080'" };

/** The shop calls pay, in another namespace. */
const call = [
  namespace('shop'),
  namespace('pay'),
  pods('web', 'shop', { env: 'http://pay.pay/' }),
  pods('pay', 'pay'),
  service('pay', 'pay'),
];
const sidecar = (policy: string): string =>
  networking('Sidecar', 'scope', 'shop', `{ egress: [{ hosts: ['./*'] }], outboundTrafficPolicy: ${policy} }`);

/** Why each call fails, or that it arrives. */
const outcomes = (...texts: readonly string[]): string[] =>
  routingTable(inventoryFrom(...texts)).map(({ outcome: { failure } }) => failure?.reason ?? 'arrives');
/** The codes of findings, of those asked for. */
const found = (codes: readonly string[], ...texts: readonly string[]): string[] =>
  findings(inventoryFrom(...texts), allChecks)
    .map(({ code }) => code)
    .filter((code) => codes.includes(code));

describe('a Sidecar whose outboundTrafficPolicy has no mode', () => {
  const texts = [...call, sidecar('{}')];

  it('lets nothing out that it does not import, to route as to the checks', () => {
    expect(outcomes(...texts)).toEqual([expect.stringContaining('lets nothing else out')]);
    expect(found(['LAB024', 'KIA1007'], ...texts)).toEqual(['LAB024', 'KIA1007']);
  });
});

describe('a Service that a Sidecar does not import', () => {
  const spec =
    '{ hosts: [pay.pay.svc.cluster.local], http: [{ route: [{ destination: { host: pay.pay.svc.cluster.local } }] }] }';
  const texts = [...call, sidecar('{ mode: REGISTRY_ONLY }'), networking('VirtualService', 'pay', 'shop', spec)];

  it('is called all the same if a route that is imported has its host, and anything in sight speaks HTTP at its port', () => {
    const byFullName = pods('web', 'shop', { env: 'http://pay.pay.svc.cluster.local/' });
    const inSight = [namespace('shop'), namespace('pay'), byFullName, ...texts.slice(3), service('beside', 'shop')];
    expect(outcomes(...inSight)).toEqual(['arrives']);
    expect(found(['LAB024'], ...inSight)).toEqual([]);
  });

  it('is not called where the proxy has no listener for the route', () => {
    expect(outcomes(...texts)).toEqual([expect.stringContaining('lets nothing else out')]);
    expect(found(['LAB024'], ...texts)).toEqual(['LAB024']);
  });
});

describe('a port that no sidecar has', () => {
  const bare = pods('web', 'old', { env: 'http://pay.pay/' });
  const texts = [
    namespace('old', ''),
    namespace('pay'),
    bare,
    pods('pay', 'pay', excluded),
    service('pay', 'pay'),
    strict,
  ];

  it('takes a caller without a sidecar under STRICT', () => {
    expect(outcomes(...texts)).toEqual(['arrives']);
    const { pairs } = authorization(inventoryFrom(...texts), { from: 'old/web', to: 'pay/pay', port: 80 });
    expect(pairs.map(({ verdict }) => verdict)).toEqual(['allowed']);
  });

  it('obeys no policy that lets nobody in', () => {
    const nobody = security('AuthorizationPolicy', 'pay', '{}');
    expect(outcomes(...texts, nobody)).toEqual(['arrives']);
    expect(found(['LAB020'], ...texts, nobody)).toEqual([]);
  });

  it('takes plaintext that a DestinationRule asks for, and no mutual TLS', () => {
    const rule = (mode: string): string =>
      networking('DestinationRule', 'pay', 'pay', `{ host: pay, trafficPolicy: { tls: { mode: ${mode} } } }`);
    expect(found(['KIA0206', 'KIA0207'], ...texts, rule('DISABLE'))).toEqual([]);
    expect(found(['KIA0206', 'KIA0207'], ...texts, rule('ISTIO_MUTUAL'))).toEqual(['KIA0206']);
  });
});

describe('a port that the caller’s sidecar leaves alone', () => {
  const web = pods('web', 'shop', {
    env: 'http://pay.pay/',
    annotations: "traffic.sidecar.istio.io/excludeOutboundPorts: '80'",
  });
  const texts = [namespace('shop'), namespace('pay'), web, pods('pay', 'pay'), service('pay', 'pay'), strict];

  it('is called in plaintext, which STRICT refuses, and past every Sidecar', () => {
    expect(outcomes(...texts)).toEqual([expect.stringContaining('does not intercept port 80')]);
    expect(found(['LAB024'], ...texts, sidecar('{ mode: REGISTRY_ONLY }'))).toEqual([]);
  });
});

describe('ambient pods', () => {
  const ambient = [namespace('pay', 'istio.io/dataplane-mode: ambient'), pods('pay', 'pay'), service('pay', 'pay')];

  it('are no fault of a DestinationRule that asks for mutual TLS', () => {
    const mutual = '{ host: pay, trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }';
    expect(found(['KIA0206'], ...ambient, networking('DestinationRule', 'pay', 'pay', mutual))).toEqual([]);
  });
});

describe('a call that a route leads elsewhere', () => {
  const guarded = security('AuthorizationPolicy', 'pay', '{ selector: { matchLabels: { app: pay } } }');
  const spec =
    '{ hosts: [pay.pay.svc.cluster.local], http: [{ route: [{ destination: { host: new.pay.svc.cluster.local } }] }] }';
  const texts = [...call, pods('new', 'pay'), service('new', 'pay'), networking('VirtualService', 'pay', 'pay', spec)];

  it('is let in by those it is led to', () => {
    expect(found(['LAB020'], ...texts, guarded)).toEqual([]);
    expect(found(['LAB020'], ...texts, guarded.replace('app: pay', 'app: new'))).toEqual(['LAB020']);
  });
});

const httpRoute = (name: string, of: string, spec: string): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name}, namespace: ${of} }
spec: ${spec}
`;
const edge = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP, hostname: shop.example }] }
`;
const forPay = 'parentRefs: [{ group: "", kind: Service, name: pay }]';
const toPay = 'backendRefs: [{ name: pay, port: 80 }]';

describe('an HTTPRoute is judged like a VirtualService', () => {
  it('where a gateway gives up before the call behind it ends', () => {
    const slow = httpRoute('pay', 'pay', `{ ${forPay}, rules: [{ timeouts: { request: 20s }, ${toPay} }] }`);
    const web = httpRoute(
      'web',
      'shop',
      '{ parentRefs: [{ name: edge }], rules: [{ timeouts: { request: 2s }, backendRefs: [{ name: web, port: 80 }] }] }',
    );
    const hits = findings(inventoryFrom(...call, service('web', 'shop'), edge, web, slow), allChecks);
    expect(hits.filter(({ code }) => code === 'LAB056').map(({ object, field }) => [object, field])).toEqual([
      ['HTTPRoute shop/web', 'spec.rules[0].timeouts'],
    ]);
  });

  it.each([
    ['a release without pods', 'LAB012', [pods('pay', 'pay', { replicas: 0 }), service('pay', 'pay')]],
    [
      'a Service without an address of its own',
      'LAB067',
      [service('pay', 'pay').replace('spec: {', 'spec: { clusterIP: None,')],
    ],
    ['a port of TCP', 'LAB066', [service('pay', 'pay', '[{ name: tcp, port: 80 }]')]],
    ['a grace period shorter than a request', 'LAB058', [pods('pay', 'pay'), service('pay', 'pay')]],
  ])('that sends to %s', (_, code, texts) => {
    const both = 'backendRefs: [{ name: pay, port: 80 }, { name: pay, port: 81 }]';
    const route = httpRoute('pay', 'pay', `{ ${forPay}, rules: [{ timeouts: { request: 60s }, ${both} }] }`);
    expect(found([code], namespace('pay'), ...texts, route)).toContain(code);
  });

  it('where copies are of a share of the requests', () => {
    const copy = (share: string): string =>
      httpRoute(
        'pay',
        'pay',
        `{ ${forPay}, rules: [{ ${toPay}, filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: pay, port: 80 }, ${share} } }] }] }`,
      );
    const shares = (share: string) =>
      routingTable(inventoryFrom(...call, copy(share))).flatMap(({ outcome }) =>
        outcome.mirrors.map((one) => one.share),
      );
    expect(shares('percent: 25')).toEqual([0.25]);
    expect(shares('fraction: { numerator: 1, denominator: 8 }')).toEqual([0.125]);
    expect(shares('percent: 0')).toEqual([]);
  });
});

describe('a wave that is no integer', () => {
  const policy = (name: string, wave: string, spec: string): string =>
    security('AuthorizationPolicy', 'pay', spec).replace(
      'name: authorizationpolicy,',
      `name: ${name}, annotations: { argocd.argoproj.io/sync-wave: '${wave}' },`,
    );
  const texts = [
    policy('deny-all', '0', '{}'),
    policy('web', '1e1', '{ rules: [{}] }'),
    policy('api', '1.0', '{ rules: [{}] }'),
  ];

  it('is wave 0 to the plan and to the checks', () => {
    expect(annotatedWaves(manifestsOf(...texts)).map(({ name }) => name)).toEqual(['wave 0']);
    expect(found(['LAB054'], namespace('pay'), ...texts)).toEqual([]);
  });
});
