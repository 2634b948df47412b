import { at, cart, http, path, pay, rules, shop, to, toCart, web } from './gateway-api-world';
import { ask } from './world';

describe('a match of an HTTPRoute', () => {
  const matching = (matches: string): string => rules(`[{ matches: ${matches}, ${to('cart')} }]`);
  const nothing = '404: no rule of the HTTPRoute matches the request';

  it.each([
    ['Exact', '/cart', '/cart', cart],
    ['Exact', '/cart', '/cart/1', nothing],
    ['PathPrefix', '/cart', '/cart', cart],
    ['PathPrefix', '/cart', '/cart/1', cart],
    ['PathPrefix', '/cart', '/carts', nothing],
    ['PathPrefix', '/cart/', '/cart', cart],
    ['PathPrefix', '/a.b', '/aXb', nothing],
    ['PathPrefix', '/', '/anything', cart],
    ['RegularExpression', '/[a-c]+', '/abc', cart],
    ['RegularExpression', '/[a-c]+', '/abc/d', nothing],
  ])('of type %s for %s answers %s as the API says', (type, value, asked, answer) => {
    expect(at(`http://shop.example${asked}`, [http, matching(`[${path(type, value)}]`)])).toBe(answer);
  });

  it('is of a prefix unless it says otherwise', () => {
    expect(at('http://shop.example/cart/1', [http, matching("[{ path: { value: '/cart' } }]")])).toBe(cart);
  });

  it('asks for a header with a value', () => {
    const canary = matching('[{ headers: [{ name: X-Canary, value: "true" }] }]');
    expect(at('http://shop.example/', [http, canary], { 'x-canary': 'true' })).toBe(cart);
    expect(at('http://shop.example/', [http, canary])).toBe(nothing);
  });

  it('asks for a header with an expression', () => {
    const agent = matching('[{ headers: [{ name: user-agent, type: RegularExpression, value: "curl.*" }] }]');
    expect(at('http://shop.example/', [http, agent], { 'user-agent': 'curl/8' })).toBe(cart);
    expect(at('http://shop.example/', [http, agent], { 'user-agent': 'wget' })).toBe(nothing);
  });

  it('asks for a query parameter', () => {
    const query = matching('[{ queryParams: [{ name: beta, value: "1" }] }]');
    expect(at('http://shop.example/?beta=1', [http, query])).toBe(cart);
    expect(at('http://shop.example/?beta=2', [http, query])).toBe(nothing);
  });

  it('asks for a method', () => {
    expect(at('http://shop.example/', [http, matching('[{ method: POST }]')])).toBe(nothing);
    expect(at('http://shop.example/', [http, matching('[{ method: GET }]')])).toBe(cart);
  });

  it('is one of several, any of which will do', () => {
    const either = matching(`[${path('Exact', '/a')}, ${path('Exact', '/b')}]`);
    expect(at('http://shop.example/b', [http, either])).toBe(cart);
  });

  it('wants all that it names', () => {
    const both = matching(`[{ path: { value: '/cart' }, headers: [{ name: x-canary, value: 'true' }] }]`);
    expect(at('http://shop.example/cart', [http, both])).toBe(nothing);
  });
});

describe('of two rules that match', () => {
  it.each([
    ['the exact path', path('PathPrefix', '/cart'), path('Exact', '/cart')],
    ['the longer prefix', path('PathPrefix', '/'), path('PathPrefix', '/cart')],
    ['a prefix over an expression', path('RegularExpression', '/cart.*'), path('PathPrefix', '/cart')],
    ['the one with a method', path('PathPrefix', '/cart'), "{ path: { value: '/cart' }, method: GET }"],
    [
      'the one with more headers',
      '{ headers: [{ name: a, value: b }] }',
      '{ headers: [{ name: a, value: b }, { name: c, value: d }] }',
    ],
    ['the one with more parameters', '{}', '{ queryParams: [{ name: q, value: "1" }] }'],
  ])('%s goes first, whatever is written first', (_, weak, strong) => {
    const both = rules(`[{ matches: [${weak}], ${to('web')} }, { matches: [${strong}], ${to('pay')} }]`);
    expect(at('http://shop.example/cart?q=1', [http, both], { a: 'b', c: 'd' })).toBe(pay);
  });

  it('the better one goes first in another HTTPRoute too', () => {
    const better = rules(`[{ matches: [${path('Exact', '/cart')}], ${to('pay')} }]`, 'better');
    expect(at('http://shop.example/cart', [http, toCart, better])).toBe(pay);
  });

  it('the one written first goes first if nothing else decides', () => {
    expect(at('http://shop.example/', [http, rules(`[{ ${to('web')} }, { ${to('pay')} }]`)])).toBe(web);
  });
});

describe('a rule of an HTTPRoute', () => {
  it('divides requests by weight, which is 1 by default', () => {
    const backends =
      '[{ name: web, port: 80, weight: 3 }, { name: pay, port: 80 }, { name: cart, port: 80, weight: 0 }]';
    expect(at('http://shop.example/', [http, rules(`[{ backendRefs: ${backends} }]`)])).toBe(
      'web.shop.svc.cluster.local 75 %, pay.shop.svc.cluster.local 25 %, cart.shop.svc.cluster.local 0 %',
    );
  });

  it.each(['[]', '[{ name: web, port: 80, weight: 0 }]'])('answers 500 with nobody to send to: %s', (backends) => {
    expect(at('http://shop.example/', [http, rules(`[{ backendRefs: ${backends} }]`)])).toMatch(/^500/);
  });

  it('fails where nobody is', () => {
    expect(at('http://shop.example/', [http, rules(`[{ ${to('nobody')} }]`)])).toMatch(
      /no Service and no ServiceEntry has the host nobody\.shop/,
    );
  });

  it('redirects', () => {
    const redirect = '{ type: RequestRedirect, requestRedirect: { hostname: new.example } }';
    expect(at('http://shop.example/', [http, rules(`[{ filters: [${redirect}] }]`)])).toBe(
      '302: the rule redirects to new.example',
    );
  });

  it('copies requests', () => {
    const mirror = '{ type: RequestMirror, requestMirror: { backendRef: { name: pay, port: 80 } } }';
    const { mirrors } = ask(
      [...shop, http, rules(`[{ filters: [${mirror}], ${to('web')} }]`)],
      'edge-istio',
      'http://shop.example/',
    );
    expect(mirrors.map(({ host }) => host)).toEqual(['pay.shop.svc.cluster.local']);
  });

  it('has the timeout of the request, and the retries of Istio', () => {
    const limited = rules(`[{ timeouts: { request: 5s }, ${to('web')} }]`);
    const { timeout, retries } = ask([...shop, http, limited], 'edge-istio', 'http://shop.example/');
    expect([timeout, retries.attempts]).toEqual(['5s', 2]);
  });

  it('has no timeout if it says none', () => {
    const limited = rules(`[{ timeouts: { request: 0s }, ${to('web')} }]`);
    expect(ask([...shop, http, limited], 'edge-istio', 'http://shop.example/').timeout).toBeUndefined();
  });
});
