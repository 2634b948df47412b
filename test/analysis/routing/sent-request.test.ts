import { ask, networking, shop } from './world';

/** What `orders` gets of a request, by a VirtualService for it. */
function sent(http: string, path = '/', headers: Readonly<Record<string, string>> = {}) {
  const texts = [...shop, networking('VirtualService', 'orders', 'shop', `{ hosts: [orders], http: ${http} }`)];
  return ask(texts, 'web', `http://orders${path}`, headers).branches.map((branch) => branch.sent);
}

const route = 'route: [{ destination: { host: orders } }]';

describe('a request that is sent on', () => {
  it('is as it was where no rule changes it, with the port that is not usual in its host', () => {
    const plain = ask(shop, 'web', 'http://orders:80/a?b=c', { 'X-Team': 'web' }).branches[0]?.sent;
    expect(plain).toEqual({ method: 'GET', path: '/a', host: 'orders', headers: new Map([['x-team', 'web']]) });
    expect(ask(shop, 'web', 'http://orders:8080/').branches).toEqual([]);
  });

  it.each([
    ['a prefix', 'uri: { prefix: /api/ }', '/api/x/y', '/new/x/y'],
    ['a prefix whatever its case', 'uri: { prefix: /API/ }, ignoreUriCase: true', '/api/x', '/new/x'],
    ['all of an exact path', 'uri: { exact: /api/x }', '/api/x', '/new/'],
    ['all that an expression has matched', 'uri: { regex: "/api/.*" }', '/api/x', '/new/'],
    ['the first slash where no path is asked for', 'headers: { x-team: {} }', '/api/x', '/new/api/x'],
  ])('has %s of its path replaced', (_, match, path, expected) => {
    const [one] = sent(`[{ match: [{ ${match} }], rewrite: { uri: /new/ }, ${route} }]`, path, { 'x-team': 'web' });
    expect(one?.path).toBe(expected);
  });

  it('has all replaced that an expression finds, and nobody knows its path if that is none', () => {
    const rewritten = (match: string) =>
      sent(`[{ rewrite: { uriRegexRewrite: { match: '${match}', rewrite: '\\1-$1\\\\' } }, ${route} }]`, '/a1/b2');
    expect(rewritten('[a-z](\\d)')[0]?.path).toBe('/1-$1\\/2-$1\\');
    expect(rewritten('(')[0]?.path).toBeUndefined();
  });

  it.each([
    [
      'a rewrite goes before',
      'rewrite: { authority: new.example }, headers: { request: { set: { host: set } } }',
      'new.example',
    ],
    ['a header of the rule', 'headers: { request: { add: { ":authority": set.example } } }', 'set.example'],
  ])('has another host: %s', (_, change, expected) => {
    expect(sent(`[{ ${change}, ${route} }]`)[0]?.host).toBe(expected);
  });

  it('has headers removed, then set, then added', () => {
    const rule = `[{ headers: { request: { set: { A: 1 }, add: { b: 2 }, remove: [c, A] } }, ${route} }]`;
    const [one] = sent(rule, '/', { a: 'old', b: 'old', c: 'old', d: 'old' });
    expect(Object.fromEntries(one?.headers ?? [])).toEqual({ a: '1', b: 'old,2', c: undefined, d: 'old' });
  });

  it('has headers of its own for each of several destinations, over which the rule goes', () => {
    const to = (subset: string) =>
      `{ destination: { host: orders, subset: ${subset} }, weight: 50, headers: { request: { set: { a: ${subset}, b: ${subset}, host: ${subset} } } } }`;
    const branches = sent(`[{ headers: { request: { set: { a: rule } } }, route: [${to('v1')}, ${to('v2')}] }]`);
    expect(branches.map(({ host, headers }) => [host, headers.get('a'), headers.get('b')])).toEqual([
      ['v1', 'rule', 'v1'],
      ['v2', 'rule', 'v2'],
    ]);
  });
});
