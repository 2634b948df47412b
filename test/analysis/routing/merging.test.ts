import { ask, deployment, gateway, namespaces, networking, service, shares, shop } from './world';

const to = (subset: string, host = 'orders.shop.svc.cluster.local'): string =>
  `{ route: [{ destination: { host: ${host}, subset: ${subset} } }] }`;
const route = (name: string, spec: string, namespace = 'shop'): string =>
  networking('VirtualService', name, namespace, spec);
const orders = 'orders.shop.svc.cluster.local';
const other = [namespaces('pay'), deployment('client', 'pay', '{ app: client }')];

describe('of several VirtualServices of a host a sidecar takes', () => {
  const all = route('all', `{ hosts: [${orders}], http: [${to('v1')}] }`);

  it('what its namespace keeps to itself before what is for everybody', () => {
    const own = route('own', `{ hosts: [${orders}], exportTo: ['.'], http: [${to('v2')}] }`);
    expect(shares(ask([...shop, all, own], 'web', `http://${orders}/`))).toBe('v2 100 %');
  });

  it('what is exported to it by name before what is for everybody', () => {
    const named = route('named', `{ hosts: [${orders}], exportTo: [pay], http: [${to('v2')}] }`);
    expect(shares(ask([...shop, ...other, all, named], 'client', `http://${orders}/`))).toBe('v2 100 %');
    expect(shares(ask([...shop, ...other, all, named], 'web', `http://${orders}/`))).toBe('v1 100 %');
  });

  it.each([
    ['for other pods', '{ sourceLabels: { app: nobody } }'],
    ['for another namespace', '{ sourceNamespace: pay }'],
    ['for a gateway', '{ gateways: [edge] }'],
    ['for another port', '{ port: 81 }'],
  ])('none whose rules are all %s: then it is as if there were none', (_, match) => {
    const foreign = route(
      'foreign',
      `{ hosts: [orders], http: [{ match: [${match}], route: [{ destination: { host: orders, subset: v2 } }] }] }`,
    );
    expect(shares(ask([...shop, foreign], 'web', 'http://orders/'))).toBe(`${orders} 100 %`);
  });

  it('a rule by its gateways alone, if it names any: labels of the caller are not looked at', () => {
    const match = '{ gateways: [mesh], sourceLabels: { app: nobody } }';
    const rule = `{ match: [${match}], route: [{ destination: { host: orders, subset: v2 } }] }`;
    const both = route('both', `{ hosts: [orders], http: [${rule}, ${to('v1')}] }`);
    expect(shares(ask([...shop, both], 'web', 'http://orders/'))).toBe('v2 100 %');
  });

  it('the one of a short name with a dot for just that name, at port 80', () => {
    const dotted = route('dotted', `{ hosts: [orders.shop], http: [${to('v2')}] }`);
    expect(shares(ask([...shop, dotted], 'web', 'http://orders.shop/'))).toBe('v2 100 %');
    expect(shares(ask([...shop, dotted], 'web', 'http://orders/'))).toBe(`${orders} 100 %`);
  });
});

const edge = (name: string, ...servers: readonly string[]): string =>
  networking('Gateway', name, 'shop', `{ selector: { istio: ingressgateway }, servers: [${servers.join(', ')}] }`);
const http = (hosts: string, more = ''): string =>
  `{ port: { number: 80, name: http, protocol: HTTP }, hosts: [${hosts}]${more} }`;
const https = (hosts: string): string =>
  `{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [${hosts}], tls: { mode: SIMPLE, credentialName: c } }`;
const at = (texts: readonly string[], url: string): string => shares(ask([...shop, ...texts], gateway, url));

describe('at a gateway', () => {
  it('a rule that asks nothing of a request comes last, though it names a port', () => {
    const first = route(
      'first',
      `{ hosts: [a.example], gateways: [edge], http: [{ match: [{ port: 80 }], ${to('v1').slice(2)}] }`,
    );
    const second = route(
      'second',
      `{ hosts: [a.example], gateways: [edge], http: [{ match: [{ uri: { prefix: /b } }], ${to('v2').slice(2)}] }`,
    );
    expect(at([edge('edge', http("'*'")), first, second], 'http://a.example/b')).toBe('v2 100 %');
  });

  it('of a rule of two matches the one that takes everything comes last alone', () => {
    const first = route(
      'first',
      `{ hosts: [a.example], gateways: [edge], http: [{ match: [{ uri: { prefix: /b } }, { uri: { prefix: / } }], ${to('v1').slice(2)}] }`,
    );
    const second = route(
      'second',
      `{ hosts: [a.example], gateways: [edge], http: [{ match: [{ uri: { prefix: /b/c } }], ${to('v2').slice(2)}] }`,
    );
    const texts = [edge('edge', http("'*'")), first, second];
    expect(at(texts, 'http://a.example/b/c')).toBe('v1 100 %');
    expect(at([edge('edge', http("'*'")), second, first], 'http://a.example/b/c')).toBe('v2 100 %');
  });

  it('rules are merged server by server', () => {
    const late = route('late', `{ hosts: [a.example], gateways: [second], http: [${to('v1')}] }`);
    const early = route('early', `{ hosts: [a.example], gateways: [first], http: [${to('v2')}] }`);
    const texts = [edge('first', http("'*'")), edge('second', http("'*'")), late, early];
    expect(at(texts, 'http://a.example/')).toBe('v2 100 %');
  });

  it('the namespace of a host of a server is of that host alone', () => {
    const inShop = route('in-shop', `{ hosts: [b.example], gateways: [edge], http: [${to('v1')}] }`);
    const texts = [edge('edge', http('shop/a.example, pay/b.example')), inShop];
    expect(at(texts, 'http://b.example/')).toMatch(/^404/);
  });

  it.each([
    ['the closest host redirects', "'*.example'", "'*'", /^301/],
    ['a wider host redirects, and a route has a closer one', "'*'", "'*.example'", /^v1/],
    ['a wider host redirects, and no route has any', "'*'", 'b.other', /^301/],
    ['a host of a namespace redirects, and no route has it', "'shop/*.example'", 'b.other', /^404/],
    ['a host of a namespace redirects, and a route there has it', "'shop/*.example'", 'a.example', /^301/],
  ] as const)('of HTTPS and the routes: %s', (_, redirecting, routed, right) => {
    const texts = [
      edge('redirecting', http(redirecting, ', tls: { httpsRedirect: true }')),
      edge('plain', http(routed)),
      route('orders', `{ hosts: [${routed}], gateways: [plain, redirecting], http: [${to('v1')}] }`),
    ];
    const gateways =
      routed === 'a.example' ? texts : texts.map((text) => text.replace('[plain, redirecting]', '[plain]'));
    expect(at(gateways, 'http://a.example/')).toMatch(right);
  });

  it('a port speaks what its oldest server says', () => {
    const all = route('all', `{ hosts: ['*'], gateways: [edge], http: [${to('v1')}] }`);
    const plain = "{ port: { number: 443, name: http, protocol: HTTP }, hosts: ['a.example'] }";
    const texts = [edge('edge', plain, https('b.example')), all];
    expect(at(texts, 'http://a.example:443/')).toBe('v1 100 %');
    expect(at(texts, 'https://b.example/')).toMatch(/^0: port 443 does not speak https/);
  });

  it('a server with TLS that has a host of an older one is left out as a whole', () => {
    const all = route('all', `{ hosts: ['*'], gateways: [edge], http: [${to('v1')}] }`);
    const texts = [edge('edge', https('a.example'), https('a.example, b.example')), all];
    expect(at(texts, 'https://a.example/')).toBe('v1 100 %');
    expect(at(texts, 'https://b.example/')).toMatch(/^0: no Gateway takes the host/);
  });
});

describe('DestinationRules of one host', () => {
  const subsets = (name: string, subset: string, exportTo: string): string =>
    networking(
      'DestinationRule',
      name,
      'pay',
      `{ host: pay, ${exportTo} subsets: [{ name: ${subset}, labels: { version: ${subset} } }] }`,
    );
  const pay = [
    namespaces('pay'),
    deployment('client', 'pay', '{ app: client }'),
    deployment('pay-v1', 'pay', '{ app: pay, version: v1 }'),
    deployment('pay-v2', 'pay', '{ app: pay, version: v2 }'),
    service('pay', 'pay'),
    route('pay', `{ hosts: [pay], http: [{ route: [{ destination: { host: pay, subset: v1 } }] }] }`, 'pay'),
  ];
  const asked = (exportTo: string): string =>
    shares(ask([...pay, subsets('one', 'v1', ''), subsets('two', 'v2', exportTo)], 'client', 'http://pay/'));

  it('are merged if they are exported alike', () => {
    expect(asked('')).toBe('v1 100 %');
  });

  it('count alone if not: the last one', () => {
    expect(asked("exportTo: ['*'],")).toMatch(/^v1 100 % \(503/);
  });
});
