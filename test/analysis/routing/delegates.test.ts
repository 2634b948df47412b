import { ask, networking, shares, shop } from './world';

const to = (subset: string): string => `route: [{ destination: { host: orders, subset: ${subset} } }]`;
const root = (match: string, more = ''): string =>
  networking(
    'VirtualService',
    'orders',
    'shop',
    `{ hosts: [orders], http: [{ match: [${match}], delegate: { name: inner }${more} }, { ${to('v1')} }] }`,
  );
const inner = (match: string, hosts = ''): string =>
  networking('VirtualService', 'inner', 'shop', `{ ${hosts} http: [{ match: [${match}], ${to('v2')} }] }`);
const asked = (outer: string, own: string, url = 'http://orders/a/b', headers = {}): string =>
  shares(ask([...shop, root(outer), inner(own)], 'web', url, headers));

describe('a rule of a delegate', () => {
  it.each([
    ['a prefix below that of the root', '{ uri: { prefix: /a } }', '{ uri: { prefix: /a/b } }', 'v2 100 %'],
    ['a path below the prefix of the root', '{ uri: { prefix: /a } }', '{ uri: { exact: /a/b } }', 'v2 100 %'],
    ['a prefix beside that of the root', '{ uri: { prefix: /a } }', '{ uri: { prefix: /other } }', 'v1 100 %'],
    ['a prefix above that of the root', '{ uri: { prefix: /a/b } }', '{ uri: { prefix: /a } }', 'v1 100 %'],
    ['an expression, of which nobody knows', '{ uri: { prefix: /a } }', '{ uri: { regex: /a/.* } }', 'v1 100 %'],
    ['a method where the root asks for none', '{ uri: { prefix: /a } }', '{ method: { exact: GET } }', 'v2 100 %'],
    ['another port than the root', '{ port: 80 }', '{ port: 81 }', 'v1 100 %'],
    ['other cases of letters than the root', '{ ignoreUriCase: true }', '{ uri: { prefix: /a } }', 'v1 100 %'],
  ])('with %s', (_, outer, own, right) => {
    expect(asked(outer, own)).toBe(right);
  });

  it('is left out if one of its matches excludes all of the root, though another one does not', () => {
    expect(asked('{ uri: { prefix: /a } }', '{ uri: { prefix: /a/b } }, { uri: { prefix: /other } }')).toBe('v1 100 %');
  });

  it('is left out if it wants another value of a header than the root', () => {
    const headers = (value: string): string => `{ headers: { x-lane: { exact: '${value}' } } }`;
    expect(asked(headers('1'), headers('2'), 'http://orders/', { 'x-lane': '2' })).toBe('v1 100 %');
    expect(asked(headers('1'), headers('1'), 'http://orders/', { 'x-lane': '1' })).toBe('v2 100 %');
  });

  it('has from the root what it does not say itself: copies, an answer', () => {
    const mirroring = root('{ uri: { prefix: /a } }', ', mirror: { host: web }');
    const { mirrors } = ask([...shop, mirroring, inner('')], 'web', 'http://orders/a');
    expect(mirrors.map(({ host }) => host)).toEqual(['web.shop.svc.cluster.local']);
    const answering = root('{ uri: { prefix: /a } }', ', directResponse: { status: 418 }');
    expect(ask([...shop, answering, inner('')], 'web', 'http://orders/a').direct?.status).toBe(418);
  });
});

describe('a VirtualService with hosts', () => {
  it("is nobody's delegate: the rule that names it is left out", () => {
    const texts = [...shop, root('{ uri: { prefix: /a } }'), inner('', 'hosts: [other],')];
    expect(shares(ask(texts, 'web', 'http://orders/a'))).toBe('v1 100 %');
  });
});
