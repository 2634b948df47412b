import { at, cart, gatewayOf, http, rules, to, toCart } from './gateway-api-world';

const calls = (method: string): string =>
  rules(`[{ matches: [{ method: ${method} }], ${to('cart')} }]`).replace('HTTPRoute', 'GRPCRoute');
const nothing = '404: no rule of the GRPCRoute matches the request';

describe('a match of a GRPCRoute', () => {
  it.each([
    ['{ service: shop.Cart, method: Add }', '/shop.Cart/Add', cart],
    ['{ service: shop.Cart, method: Add }', '/shop.Cart/Get', nothing],
    ['{ service: shop.Cart }', '/shop.Cart/Get', cart],
    ['{ service: shop.Cart }', '/shop.Carts/Get', nothing],
    ['{ method: Get }', '/shop.Cart/Get', cart],
    ['{ method: Get }', '/shop.Cart/GetAll', nothing],
    ["{ type: RegularExpression, service: 'shop\\..+' }", '/shop.Cart/Get', cart],
    ["{ type: RegularExpression, service: 'shop\\..+' }", '/pay.Cart/Get', nothing],
  ])('%s answers the call %s as the API says', (method, path, answer) => {
    expect(at(`http://shop.example${path}`, [http, calls(method)])).toBe(answer);
  });
});

describe('a GRPCRoute', () => {
  it('takes every call without a match', () => {
    expect(at('http://shop.example/shop.Cart/Get', [http, toCart.replace('HTTPRoute', 'GRPCRoute')])).toBe(cart);
  });

  it('holds at a listener for GRPCRoutes alone', () => {
    const grpc = gatewayOf(
      '[{ name: web, port: 80, protocol: HTTP, allowedRoutes: { kinds: [{ kind: GRPCRoute }] } }]',
    );
    expect(at('http://shop.example/a.B/C', [grpc, toCart.replace('HTTPRoute', 'GRPCRoute')])).toBe(cart);
  });
});
