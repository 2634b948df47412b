import { access, policy, shop } from '../access/shop';

function allow(operation: string, rest = ''): string {
  return policy(`{ rules: [{ to: [{ operation: ${operation} }]${rest} }] }`, { name: 'allow' });
}

function deny(operation: string): string {
  return policy(`{ action: DENY, rules: [{ to: [{ operation: ${operation} }] }] }`, { name: 'deny' });
}

describe('an operation is', () => {
  it.each<[string, string, string, string]>([
    ['a method', '{ methods: [GET] }', 'GET /', 'POST /'],
    ['a method as it is written', '{ methods: [GET] }', 'GET /', 'get /'],
    ['all but a method', '{ notMethods: [DELETE] }', 'GET /', 'DELETE /'],
    ['a path', '{ paths: [/info] }', 'GET /info', 'GET /info/more'],
    ['a path without its query', '{ paths: [/info] }', 'GET /info?all=1', 'GET /other?/info'],
    ['paths that start alike', "{ paths: ['/orders/*'] }", 'GET /orders/1', 'GET /orders'],
    ['paths that end alike', "{ paths: ['*/info'] }", 'GET /a/info', 'GET /a/info/b'],
    ['all but a path', '{ notPaths: [/admin] }', 'GET /', 'GET /admin'],
    ['one segment', "{ paths: ['/orders/{*}/items'] }", 'GET /orders/1/items', 'GET /orders/1/2/items'],
    ['one segment that is not empty', "{ paths: ['/orders/{*}'] }", 'GET /orders/1', 'GET /orders/'],
    ['any number of segments', "{ paths: ['/orders/{**}'] }", 'GET /orders/1/2', 'GET /orders'],
    ['segments of both sorts', "{ paths: ['/{*}/a/{**}'] }", 'GET /x/a/b/c', 'GET /a/b'],
    ['one of several, with all of its fields', '{ methods: [GET, PUT], paths: [/a, /b] }', 'PUT /a', 'PUT /c'],
    ['the port of the pod', "{ ports: ['8080'], methods: [GET] }", 'GET /', 'PUT /'],
  ])('%s', (_, operation, passing, refused) => {
    const ask = (request: string) => {
      const [method = '', path = ''] = request.split(' ');
      return access(shop + allow(operation), { method, path });
    };
    expect(ask(passing)).toBe('allowed');
    expect(ask(refused)).toBe('denied');
  });

  it.each<[string, string, string, string]>([
    ['a host', '{ hosts: [shop.example] }', 'shop.example', 'shop.example.net'],
    ['a host in whatever case', '{ hosts: [Shop.example] }', 'sHOP.example', 'shop'],
    ['a host without a port', '{ hosts: [shop.example] }', 'shop.example', 'shop.example:80'],
    ['a host with any port', "{ hosts: ['shop.example:*'] }", 'shop.example:80', 'shop.example'],
    ['hosts of a domain', "{ hosts: ['*.example'] }", 'shop.example', 'example'],
    ['all but a host', '{ notHosts: [shop.example] }', 'other', 'shop.example'],
  ])('%s', (_, operation, passing, refused) => {
    expect(access(shop + allow(operation), { host: passing })).toBe('allowed');
    expect(access(shop + allow(operation), { host: refused })).toBe('denied');
  });

  it.each(['*', 'a*b', 'a|b', 'a"b', 'a^b', 'a<b', 'a>b', 'a`b', 'a{b'])(
    'a segment with whatever proxies escape: %s',
    (segment) => {
      const policies = shop + allow("{ paths: ['/orders/{*}/items'] }");
      expect(access(policies, { method: 'GET', path: `/orders/${segment}/items` })).toBe('allowed');
    },
  );

  it.each([
    [':method', 'GET', { method: 'GET' }, { method: 'POST' }],
    [':path', '/a', { path: '/a' }, { path: '/b' }],
    [':authority', 'shop.example', { host: 'shop.example' }, { host: 'other' }],
  ])('the same as the header %s', (name, value, passing, refused) => {
    const policies =
      shop +
      policy(`{ rules: [{ when: [{ key: 'request.headers[${name}]', values: [${value}] }] }] }`, { name: 'allow' });
    expect(access(policies, passing)).toBe('allowed');
    expect(access(policies, refused)).toBe('denied');
    expect(access(policies)).toBe(`request.headers[${name}] ${value}`);
  });

  it('nothing at a port of the Service', () => {
    expect(access(shop + allow("{ ports: ['80'] }"))).toBe('denied');
  });

  it('nothing at all but the port', () => {
    expect(access(shop + allow("{ notPorts: ['8080'] }"))).toBe('denied');
  });
});

describe('of all requests', () => {
  it.each<[string, string, string]>([
    ['those of a rule pass', allow("{ methods: [GET, POST], paths: ['/orders/*'] }"), 'GET,POST /orders/*'],
    [
      'those of several rules pass',
      allow('{ methods: [GET] }') + allow('{ paths: [/a] }').replace('allow', 'more'),
      'GET; /a',
    ],
    ['all pass but those that are denied', deny('{ paths: [/admin] }'), 'anything; but not /admin'],
    [
      'those of a rule pass, but those that are denied',
      allow('{ methods: [GET] }') + deny("{ paths: ['/admin/*'] }"),
      'GET; but not /admin/*',
    ],
    ['none pass if the same is allowed and denied', allow('{ paths: [/a] }') + deny('{ paths: [/a] }'), 'denied'],
    ['none pass if more is denied than allowed', allow("{ paths: ['/a/b*'] }") + deny("{ paths: ['/a/*'] }"), 'denied'],
    ['none pass if a template covers them', allow('{ paths: [/a/b] }') + deny("{ paths: ['/a/{*}'] }"), 'denied'],
    [
      'all pass if what is not allowed by one is by another',
      allow('{ methods: [GET] }') + allow('{ notMethods: [GET] }').replace('allow', 'more'),
      'allowed',
    ],
    ['all pass if a denial can never match', deny("{ methods: [GET], notMethods: ['G*'] }"), 'allowed'],
    [
      'a start and an end may be denied together',
      allow("{ paths: ['/a/*'] }") + deny("{ paths: ['*.key'] }"),
      '/a/*; but not *.key',
    ],
    [
      'a template and an end may be denied together',
      allow("{ paths: ['/a/{*}'] }") + deny("{ paths: ['*.key'] }"),
      '/a/{*}; but not *.key',
    ],
    [
      'those with a header pass',
      allow('{}', ", when: [{ key: 'request.headers[X-Team]', values: [blue] }]"),
      'request.headers[X-Team] blue',
    ],
    [
      'those without a header pass',
      allow('{}', ", when: [{ key: 'request.headers[x-team]', notValues: ['*'] }]"),
      'request.headers[x-team] not *',
    ],
  ])('%s', (_, policies, requests) => {
    expect(access(shop + policies)).toBe(requests);
  });

  it('no more are asked for than are asked about', () => {
    const yaml = shop + allow('{ methods: [GET], paths: [/a] }');
    expect(access(yaml, { method: 'GET' })).toBe('GET /a');
    expect(access(yaml, { method: 'PUT' })).toBe('denied');
    expect(access(yaml, { method: 'GET', path: '/a' })).toBe('allowed');
  });

  it('too many sorts are not tried', () => {
    const many = Array.from({ length: 120 }, (_, index) => `'/a${index}/*', '*/b${index}'`).join(', ');
    const methods = Array.from({ length: 20 }, (_, index) => `M${index}`).join(', ');
    expect(access(shop + allow(`{ paths: [${many}], methods: [${methods}] }`))).toBe('depends');
    expect(access(shop + allow(`{ paths: [${many}], methods: [${methods}] }`), { method: 'M1', path: '/a7/x' })).toBe(
      'allowed',
    );
  });
});

describe('bytes on a TCP port', () => {
  const cache = { to: 'shop/cache' };

  it.each<[string, string, string]>([
    ['are allowed by a rule of source and port', allow("{ ports: ['8080'] }"), 'allowed'],
    ['are not allowed by a rule of methods', allow("{ methods: [GET], ports: ['8080'] }"), 'denied'],
    ['are not allowed by a rule of all but a path', allow('{ notPaths: [/a] }'), 'denied'],
    ['are denied by what is left of a rule of methods', deny("{ methods: [GET], ports: ['8080'] }"), 'denied'],
    ['are not denied if what is left does not match', deny("{ methods: [GET], ports: ['9090'] }"), 'allowed'],
    ['are denied by a rule of all but a path', deny('{ notPaths: [/a] }'), 'denied'],
  ])('%s', (_, policies, expected) => {
    expect(access(shop + policies, cache)).toBe(expected);
  });

  it('are not allowed by a rule one of whose operations has methods', () => {
    const mixed = policy(
      "{ rules: [{ to: [{ operation: { ports: ['8080'] } }, { operation: { methods: [GET] } }] }] }",
    );
    expect(access(shop + mixed, cache)).toBe('denied');
  });

  it('are not allowed by a rule with a header', () => {
    const rule = policy("{ rules: [{ when: [{ key: 'request.headers[a]', notValues: [b] }] }] }");
    expect(access(shop + rule, cache)).toBe('denied');
  });
});
