import { normalizedPath } from '../../../lib/analysis/routing/path';
import { requestFor } from '../../../lib/analysis/routing/request';
import { ask, gateway, networking, service, shares, shop } from './world';

const route = (http: string): string =>
  networking('VirtualService', 'orders', 'shop', `{ hosts: [orders], http: [${http}] }`);
const v1 = 'route: [{ destination: { host: orders, subset: v1 } }]';
const v2 = 'route: [{ destination: { host: orders, subset: v2 } }]';
const either = (match: string): string => route(`{ match: [${match}], ${v2} }, { ${v1} }`);
const asked = (text: string, url: string): string => shares(ask([...shop, text], 'web', url));

describe('what a request says', () => {
  it.each([
    ['orders', 'http://orders/', 'v2'],
    ['orders', 'http://orders.shop/', 'v1'],
    ['orders.shop.svc.cluster.local', 'http://orders/', 'v1'],
  ])('an authority of %s is compared with the host as it is sent: %s', (authority, url, right) => {
    expect(asked(either(`{ authority: { exact: ${authority} } }`), url)).toBe(`${right} 100 %`);
  });

  it.each([
    ['?a=1&a=2', 'v2'],
    ['?a=2&a=1', 'v1'],
    ['?a=%31', 'v1'],
    ['?b&a=1', 'v2'],
  ])('of parameters the first value counts, as it is written: %s', (query, right) => {
    expect(asked(either("{ queryParams: { a: { exact: '1' } } }"), `http://orders/${query}`)).toBe(`${right} 100 %`);
  });

  it('keeps an equals sign in a value', () => {
    expect([...requestFor('http://orders/?a=b=c&d').query]).toEqual([
      ['d', ''],
      ['a', 'b=c'],
    ]);
  });

  it('has its path read as the proxy reads it', () => {
    expect(asked(either('{ uri: { exact: /a } }'), 'http://orders/%61')).toBe('v2 100 %');
  });

  it.each([
    [undefined, '/%61%2Fb//c', '/a%2Fb//c'],
    ['NONE', '/%61%2Fb//c', '/%61%2Fb//c'],
    ['BASE', '/%61%2Fb//c', '/a%2Fb//c'],
    ['MERGE_SLASHES', '/%61%2Fb//c', '/a%2Fb/c'],
    ['DECODE_AND_MERGE_SLASHES', '/%61%2Fb//c', '/a/b/c'],
  ])('by the normalization %s', (mode, path, right) => {
    expect(normalizedPath(path, mode)).toBe(right);
  });
});

describe('a destination without a port', () => {
  const one = service('one', 'shop', '[{ name: http, port: 8080 }]').replace('{ app: one }', '{ app: orders }');
  const toOne = '{ route: [{ destination: { host: one } }] }';

  it('has that of the request for a sidecar', () => {
    const { branches } = ask([...shop, one, route(toOne)], 'web', 'http://orders/');
    expect(branches.map(({ port, failure }) => [port, failure?.status])).toEqual([[80, 503]]);
  });

  it('has the one of its Service for a gateway', () => {
    const server = "{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'] }";
    const edge = networking('Gateway', 'edge', 'shop', `{ selector: { istio: ingressgateway }, servers: [${server}] }`);
    const at = networking(
      'VirtualService',
      'one',
      'shop',
      `{ hosts: [a.example], gateways: [edge], http: [${toOne}] }`,
    );
    const { branches } = ask([...shop, one, edge, at], gateway, 'http://a.example/');
    expect(branches.map(({ port, failure }) => [port, failure])).toEqual([[8080, undefined]]);
  });
});

describe('a fault', () => {
  it('of no percentage aborts nobody', () => {
    expect(asked(route(`{ fault: { abort: { httpStatus: 418 } }, ${v1} }`), 'http://orders/')).toBe('v1 100 %');
  });

  it('of gRPC is an answer 200, and fails the call', () => {
    const abort = '{ grpcStatus: UNAVAILABLE, percentage: { value: 100 } }';
    const { direct, failure } = ask([...shop, route(`{ fault: { abort: ${abort} }, ${v1} }`)], 'web', 'http://orders/');
    expect(direct).toMatchObject({ status: 200, grpcStatus: 'UNAVAILABLE' });
    expect(failure).toBe(direct);
  });
});

describe('what the mesh says', () => {
  const mesh = (text: string): string =>
    `{ apiVersion: v1, kind: ConfigMap, metadata: { name: istio, namespace: istio-system }, data: { mesh: '${text}' } }`;

  it('of retries counts in whole', () => {
    const policy = '{ defaultHttpRetryPolicy: { attempts: 5, perTryTimeout: 2s, retryOn: 5xx } }';
    const { retries } = ask([...shop, mesh(policy)], 'web', 'http://orders/');
    expect(retries).toEqual({ attempts: 5, perTryTimeout: '2s', retryOn: '5xx' });
  });

  it.each([
    ['http://nowhere.example/', 502],
    ['http://nowhere.example:9999/', 0],
  ])('of what nobody knows is said at ports of HTTP alone: %s', (url, status) => {
    const texts = [...shop, mesh('{ outboundTrafficPolicy: { mode: REGISTRY_ONLY } }')];
    expect(ask(texts, 'web', url).direct?.status).toBe(status);
  });
});

describe('a port', () => {
  it('of TCP is meant where UDP has the same number', () => {
    const both = service(
      'orders',
      'shop',
      '[{ name: quic, port: 80, protocol: UDP }, { name: http, port: 80, targetPort: 8080 }]',
    );
    const texts = [...shop.filter((text) => !/kind: Service\n.*name: orders/.test(text)), both, route(`{ ${v1} }`)];
    expect(shares(ask(texts, 'web', 'http://orders/'))).toBe('v1 100 %');
  });

  it.each([
    ['alike', '', 'ledger.example 100 %'],
    [
      'of another resolution',
      'resolution: NONE,',
      /\(503: what declares port 9090 of ledger.example counts for nothing beside another ServiceEntry of that host\)$/,
    ],
  ])('may be of a second ServiceEntry that is %s', (_, resolution, right) => {
    const entry = (name: string, port: number, more: string): string =>
      networking(
        'ServiceEntry',
        name,
        'shop',
        `{ hosts: [ledger.example], ${more === '' ? 'resolution: DNS,' : more} ports: [{ number: ${port}, name: http, protocol: HTTP }] }`,
      );
    const texts = [...shop, entry('one', 8080, ''), entry('two', 9090, resolution)];
    expect(shares(ask(texts, 'web', 'http://ledger.example:8080/'))).toBe('ledger.example 100 %');
    expect(shares(ask(texts, 'web', 'http://ledger.example:9090/'))).toEqual(
      typeof right === 'string' ? right : expect.stringMatching(right),
    );
  });
});

describe('a name with a dot at its end', () => {
  it('is complete, and the same as without', () => {
    expect(asked(route(`{ ${v1} }`), 'http://orders.shop.svc.cluster.local./')).toBe('v1 100 %');
    expect(asked(route(`{ ${v1} }`), 'http://orders./')).toMatch(/^0: /);
  });
});

describe('a headless Service', () => {
  it('leaves the choice of the pod to the client, whatever the subset', () => {
    const texts = [...shop, route(`{ ${v1} }`)].map((text) =>
      text.replace('{ selector: { app: orders },', '{ clusterIP: None, selector: { app: orders },'),
    );
    const { branches } = ask(texts, 'web', 'http://orders/');
    expect(branches.flatMap(({ workloads }) => workloads.map(({ name }) => name))).toEqual(['orders-v1', 'orders-v2']);
  });
});
