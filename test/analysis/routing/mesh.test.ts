import { ask, deployment, namespaces, networking, service, shares, shop } from './world';

const vs = (spec: string): string => networking('VirtualService', 'orders', 'shop', spec);
const v2 = '[{ destination: { host: orders, subset: v2 } }]';
const orders = 'orders.shop.svc.cluster.local';

describe('a request of a pod with a sidecar', () => {
  it('goes to the Service itself where no VirtualService has its host', () => {
    const answer = ask(shop, 'web', 'http://orders/');
    expect(shares(answer)).toBe(`${orders} 100 %`);
    expect(answer.branches[0]?.pods).toBe(4);
    expect(answer.retries.attempts).toBe(2);
    expect(answer.branches[0]?.transport).toBe('mutual TLS');
  });

  it.each(['orders', 'orders.shop', 'orders.shop.svc', orders])('knows %s by the same rules', (host) => {
    expect(shares(ask([...shop, vs(`{ hosts: [orders], http: [{ route: ${v2} }] }`)], 'web', `http://${host}/`))).toBe(
      'v2 100 %',
    );
  });

  it('is in plaintext if the mesh does not start mutual TLS by itself', () => {
    const mesh = `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: 'enableAutoMtls: false' }
`;
    expect(ask([...shop, mesh], 'web', 'http://orders/').branches[0]?.transport).toBe('plaintext');
  });

  it.each([
    ['as often as its rule says', 'retries: { attempts: 4 }', '', 4],
    ['never, if the rule does not say how often', 'retries: { perTryTimeout: 1s }', '', 0],
    [
      'as often as the mesh says, if the rule says nothing',
      'timeout: 1s',
      'defaultHttpRetryPolicy: { attempts: 1 }',
      1,
    ],
    ['never, if the mesh says so', 'timeout: 1s', 'defaultHttpRetryPolicy: { attempts: 0 }', 0],
  ])('is sent again %s', (_, resilience, mesh, attempts) => {
    const config = `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: '${mesh}' }
`;
    const texts = [...shop, config, vs(`{ hosts: [orders], http: [{ ${resilience}, route: ${v2} }] }`)];
    expect(ask(texts, 'web', 'http://orders/').retries.attempts).toBe(attempts);
  });

  it('is shared by weight', () => {
    const weights =
      '[{ destination: { host: orders, subset: v1 }, weight: 95 }, { destination: { host: orders, subset: v2 }, weight: 5 }]';
    expect(
      shares(ask([...shop, vs(`{ hosts: [orders], http: [{ route: ${weights} }] }`)], 'web', 'http://orders/')),
    ).toBe('v1 95 %, v2 5 %');
  });

  it('gets 404 where a VirtualService has its host and no rule takes it', () => {
    const rule = vs(`{ hosts: [orders], http: [{ match: [{ uri: { exact: /a } }], route: ${v2} }] }`);
    expect(shares(ask([...shop, rule], 'web', 'http://orders/b'))).toBe(
      '404: no rule of the VirtualService matches the request',
    );
  });

  it('does not take rules that are for gateways alone', () => {
    const edge = vs(`{ hosts: [orders], gateways: [edge], http: [{ route: ${v2} }] }`);
    expect(shares(ask([...shop, edge], 'web', 'http://orders/'))).toBe(`${orders} 100 %`);
  });

  it('follows its own release by the labels of its pods', () => {
    const lanes = vs(
      `{ hosts: [orders], http: [{ match: [{ sourceLabels: { version: v2 } }], route: ${v2} }, { route: [{ destination: { host: orders, subset: v1 } }] }] }`,
    );
    const texts = [...shop, deployment('web-v2', 'shop', '{ app: web, version: v2 }'), lanes];
    expect(shares(ask(texts, 'web-v2', 'http://orders/'))).toBe('v2 100 %');
    expect(shares(ask(texts, 'web', 'http://orders/'))).toBe('v1 100 %');
  });

  it.each([
    [
      'the Sidecar of its pods',
      '{ workloadSelector: { labels: { app: web } }, egress: [{ hosts: [istio-system/*] }] }',
    ],
    ['the Sidecar of its namespace', '{ egress: [{ hosts: [istio-system/*] }] }'],
  ])('goes nowhere if %s leaves the host out', (_, spec) => {
    const closed = networking(
      'Sidecar',
      'limits',
      'shop',
      spec.replace('{', '{ outboundTrafficPolicy: { mode: REGISTRY_ONLY },'),
    );
    expect(shares(ask([...shop, closed], 'web', 'http://orders/'))).toBe(
      `502: the proxy of the client does not know ${orders}, and lets nothing else out`,
    );
  });

  it('leaves as it is if the Service is not exported to its namespace', () => {
    const hidden = service('orders', 'other').replace(
      'namespace: other',
      "namespace: other, annotations: { networking.istio.io/exportTo: '.' }",
    );
    const texts = [...shop, namespaces('other'), deployment('orders', 'other', '{ app: orders }'), hidden];
    expect(shares(ask(texts, 'web', 'http://orders.other/'))).toBe(
      '0: the proxy of the client does not know orders.other.svc.cluster.local, and lets it out as it is',
    );
  });

  it('is not routed by HTTP rules at a port that speaks something else', () => {
    const tcp = [
      ...shop,
      service('redis', 'shop', '[{ name: tcp-redis, port: 6379 }]'),
      deployment('redis', 'shop', '{ app: redis }'),
    ];
    const rule = networking('VirtualService', 'redis', 'shop', `{ hosts: [redis], http: [{ route: ${v2} }] }`);
    expect(shares(ask([...tcp, rule], 'web', 'http://redis:6379/'))).toBe('redis.shop.svc.cluster.local 100 %');
  });
});

describe('a request of a pod without a sidecar', () => {
  const outside = [
    ...shop,
    namespaces('plain').replace('enabled', 'disabled'),
    deployment('job', 'plain', '{ app: job }'),
  ];

  it('goes to all pods of the Service, whatever the rules', () => {
    const answer = ask([...outside, vs(`{ hosts: [orders], http: [{ route: ${v2} }] }`)], 'job', `http://${orders}/`);
    expect([shares(answer), answer.branches[0]?.transport]).toEqual([`${orders} 100 %`, 'plaintext']);
  });

  it('is refused where mutual TLS is asked for', () => {
    const strict = networking('PeerAuthentication', 'default', 'shop', '{ mtls: { mode: STRICT } }').replace(
      'networking',
      'security',
    );
    expect(shares(ask([...outside, strict], 'job', `http://${orders}/`))).toMatch(/503: .* takes no plaintext/);
  });
});
