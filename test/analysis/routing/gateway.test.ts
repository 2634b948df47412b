import { ask, gateway, networking, shares, shop } from './world';

const edge = (servers: string): string =>
  networking('Gateway', 'edge', 'shop', `{ selector: { istio: ingressgateway }, servers: ${servers} }`);
const http = edge('[{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }]');
const vs = (name: string, spec: string): string => networking('VirtualService', name, 'shop', spec);
const toOrders = vs(
  'orders',
  '{ hosts: [shop.example], gateways: [edge], http: [{ route: [{ destination: { host: orders, subset: v1 } }] }] }',
);

describe('a request at a gateway', () => {
  it('goes where the VirtualService of its host says', () => {
    expect(shares(ask([...shop, http, toOrders], gateway, 'http://shop.example/'))).toBe('v1 100 %');
  });

  it('is refused at a port where nobody listens', () => {
    expect(shares(ask([...shop, http, toOrders], gateway, 'http://shop.example:8080/'))).toBe(
      '0: no Gateway listens at port 8080: the connection is refused',
    );
  });

  it('gets 404 for a host that no server has', () => {
    expect(shares(ask([...shop, http, toOrders], gateway, 'http://other.example/'))).toBe(
      '404: no Gateway takes the host other.example at port 80',
    );
  });

  it.each(['shop/edge', './edge', 'edge.shop', 'edge.shop.svc.cluster.local'])(
    'follows a VirtualService that calls the gateway %s',
    (name) => {
      const named = toOrders.replace('gateways: [edge]', `gateways: [${name}]`);
      expect(shares(ask([...shop, http, named], gateway, 'http://shop.example/'))).toBe('v1 100 %');
    },
  );

  it('gets 404 for a host that no VirtualService of the Gateway has', () => {
    const elsewhere = toOrders.replace('gateways: [edge]', 'gateways: [other/edge]');
    expect(shares(ask([...shop, http, elsewhere], gateway, 'http://shop.example/'))).toBe(
      '404: no route of the Gateway has the host shop.example',
    );
  });

  it('is sent to https where the server says so', () => {
    const redirect = edge(
      '[{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example], tls: { httpsRedirect: true } }]',
    );
    expect(shares(ask([...shop, redirect, toOrders], gateway, 'http://shop.example/'))).toBe(
      '301: the Gateway sends everybody to https://shop.example',
    );
  });

  it('does not see a VirtualService that is not exported to the gateway', () => {
    const hidden = toOrders.replace('spec: {', "spec: { exportTo: ['.'],");
    expect(shares(ask([...shop, http, hidden], gateway, 'http://shop.example/'))).toBe(
      '404: no route of the Gateway has the host shop.example',
    );
  });

  it('is bound by the namespace before the slash of a server host', () => {
    const foreign = edge('[{ port: { number: 80, name: http, protocol: HTTP }, hosts: [other/shop.example] }]');
    const own = edge('[{ port: { number: 80, name: http, protocol: HTTP }, hosts: [./shop.example] }]');
    expect(shares(ask([...shop, foreign, toOrders], gateway, 'http://shop.example/'))).toMatch(/^404/);
    expect(shares(ask([...shop, own, toOrders], gateway, 'http://shop.example/'))).toBe('v1 100 %');
  });

  it('takes the closest of several hosts', () => {
    const wide = edge("[{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'] }]");
    const all = vs('all', "{ hosts: ['*'], gateways: [edge], http: [{ route: [{ destination: { host: web } }] }] }");
    const texts = [...shop, wide, all, toOrders];
    expect(shares(ask(texts, gateway, 'http://shop.example/'))).toBe('v1 100 %');
    expect(shares(ask(texts, gateway, 'http://any.example/'))).toBe('web.shop.svc.cluster.local 100 %');
  });

  it('tries the rules of all VirtualServices of a host, and those that take everything last', () => {
    const beta = vs(
      'beta',
      '{ hosts: [shop.example], gateways: [edge], http: [{ match: [{ uri: { prefix: /beta } }], route: [{ destination: { host: orders, subset: v2 } }] }] }',
    );
    const texts = [...shop, http, toOrders, beta];
    expect(shares(ask(texts, gateway, 'http://shop.example/beta/1'))).toBe('v2 100 %');
    expect(shares(ask(texts, gateway, 'http://shop.example/'))).toBe('v1 100 %');
  });

  it('follows a rule to its delegate, and asks for the matches of both', () => {
    const root = vs(
      'root',
      '{ hosts: [shop.example], gateways: [edge], http: [{ match: [{ uri: { prefix: /orders } }], delegate: { name: inner } }, { route: [{ destination: { host: web } }] }] }',
    );
    const inner = vs(
      'inner',
      '{ http: [{ match: [{ headers: { x-beta: {} } }], timeout: 3s, route: [{ destination: { host: orders, subset: v2 } }] }] }',
    );
    const texts = [...shop, http, root, inner];
    const answer = ask(texts, gateway, 'http://shop.example/orders/1', { 'X-Beta': 'whatever' });
    expect([shares(answer), answer.timeout]).toEqual(['v2 100 %', '3s']);
    expect(shares(ask(texts, gateway, 'http://shop.example/orders/1'))).toBe('web.shop.svc.cluster.local 100 %');
    expect(shares(ask(texts, gateway, 'http://shop.example/', { 'x-beta': '1' }))).toBe(
      'web.shop.svc.cluster.local 100 %',
    );
  });
});
