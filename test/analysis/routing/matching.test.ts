import { ask, networking, shares, shop } from './world';

/** Whether a match takes a request: what it takes goes to v2. */
function takes(match: string, url = 'http://orders/', headers: Readonly<Record<string, string>> = {}): boolean {
  const rules = `[{ match: [${match}], route: [{ destination: { host: orders, subset: v2 } }] }, { route: [{ destination: { host: orders, subset: v1 } }] }]`;
  const routing = networking('VirtualService', 'orders', 'shop', `{ hosts: [orders], http: ${rules} }`);
  return shares(ask([...shop, routing], 'web', url, headers)) === 'v2 100 %';
}

describe('a match of headers', () => {
  it.each([
    ['the very text', '{ headers: { end-user: { exact: jane } } }', { 'End-User': 'jane' }, true],
    ['another text', '{ headers: { end-user: { exact: jane } } }', { 'end-user': 'Jane' }, false],
    ['no header', '{ headers: { end-user: { exact: jane } } }', {}, false],
    ['a beginning', '{ headers: { cookie: { prefix: user=j } } }', { cookie: 'user=jane' }, true],
    [
      'an expression that covers all of it',
      "{ headers: { cookie: { regex: '.*user=j.*' } } }",
      { cookie: 'a; user=jane' },
      true,
    ],
    ['an expression that covers a part', '{ headers: { cookie: { regex: user } } }', { cookie: 'a; user=jane' }, false],
    ['an expression with flags', "{ headers: { a: { regex: '(?i)YES' } } }", { a: 'yes' }, true],
    ['a named group as RE2 writes it', "{ headers: { a: { regex: '(?P<x>a+)b' } } }", { a: 'aab' }, true],
    ['a class of POSIX', "{ headers: { a: { regex: '[[:alpha:]]+' } } }", { a: 'abc' }, true],
    ['a class of POSIX, and another character', "{ headers: { a: { regex: '[[:alpha:]]' } } }", { a: ':' }, false],
    ['the end as RE2 writes it', "{ headers: { a: { regex: 'a\\z' } } }", { a: 'a' }, true],
    ['quoted text', "{ headers: { a: { regex: '\\Qa.b\\E' } } }", { a: 'axb' }, false],
    ['a look ahead, which RE2 has not', "{ headers: { a: { regex: '(?=a)a' } } }", { a: 'a' }, false],
    ['nested repeats', "{ headers: { a: { regex: '(a+)+$' } } }", { a: `${'a'.repeat(5_000)}!` }, false],
    ['an expression that is none', "{ headers: { a: { regex: '(' } } }", { a: '(' }, false],
    ['the mere presence', '{ headers: { x-debug: {} } }', { 'x-debug': '' }, true],
    ['the absence', '{ withoutHeaders: { x-debug: {} } }', {}, true],
    ['what should be absent', '{ withoutHeaders: { x-debug: {} } }', { 'x-debug': '1' }, false],
    ['one of two that are asked for', '{ headers: { a: { exact: x }, b: { exact: x } } }', { a: 'x' }, false],
  ])('given %s', (_, match, headers, expected) => {
    expect(takes(match, 'http://orders/', headers)).toBe(expected);
  });
});

describe('a match of the request line', () => {
  it.each([
    ['{ uri: { exact: /a } }', 'http://orders/a', true],
    ['{ uri: { exact: /a } }', 'http://orders/a?b=1', true],
    ['{ uri: { exact: /a } }', 'http://orders/A', false],
    ['{ uri: { exact: /a }, ignoreUriCase: true }', 'http://orders/A', true],
    ['{ uri: { prefix: /a } }', 'http://orders/ab', true],
    ['{ queryParams: { user: { exact: jane } } }', 'http://orders/?user=jane', true],
    ['{ queryParams: { user: { exact: jane } } }', 'http://orders/', false],
    ['{ method: { exact: POST } }', 'http://orders/', false],
    ['{ scheme: { exact: http } }', 'http://orders/', true],
    ['{ port: 8080 }', 'http://orders/', false],
    ['{ port: 80 }', 'http://orders/', true],
    ['{ sourceNamespace: shop }', 'http://orders/', true],
    ['{ sourceNamespace: other }', 'http://orders/', false],
    ['{ uri: { exact: /a } }, { uri: { exact: /b } }', 'http://orders/b', true],
  ])('%s takes %s: %s', (match, url, expected) => {
    expect(takes(match, url)).toBe(expected);
  });
});
