import type { Call } from '../../../lib/model/call';
import { scopes } from '../../../lib/model/rules/scopes';
import type { Protocol } from '../../../lib/model/service';
import { sampleMesh, sampleService, shop } from '../../support/sample';

const find = (protocol: Protocol, call: Partial<Call>) => {
  const callee = sampleService('orders', { ports: [{ number: 80, protocol }] });
  return scopes(sampleMesh({ services: [shop, callee], calls: [{ caller: shop, callee, ...call }], edges: [] }));
};
const retries = { attempts: 2, perTry: '1s', on: ['5xx'] } as const;

describe('scopes', () => {
  it.each<[Protocol, string, Partial<Call>]>([
    ['http', 'grpcMethods', { grpcMethods: ['/shop.Cart/*'] }],
    ['http2', 'grpcMethods', { grpcMethods: ['/shop.Cart/*'] }],
    ['grpc', 'methods', { methods: ['GET'] }],
    ['grpc', 'paths', { paths: ['/orders'] }],
    ['tcp', 'methods', { methods: ['GET'] }],
    ['tcp', 'paths', { paths: ['/orders'] }],
    ['tcp', 'grpcMethods', { grpcMethods: ['/shop.Cart/*'] }],
    ['tcp', 'timeout', { timeout: '1s' }],
    ['tcp', 'retries', { retries, idempotent: true }],
  ])('finds, over %s, the field %s', (protocol, field, call) => {
    expect(find(protocol, call)).toMatchObject([{ path: ['calls', 'shop -> orders', field] }]);
  });

  it('finds retries of a call that may do its work twice', () => {
    expect(find('http', { retries })).toMatchObject([{ path: ['calls', 'shop -> orders', 'retries'], value: 2 }]);
  });

  it.each([0, -1, 1.5])('finds %d retries', (attempts) => {
    expect(find('http', { retries: { ...retries, attempts }, idempotent: true })).toMatchObject([{ value: attempts }]);
  });

  it.each(['orders', '/orders/*/items', '/*/', ''])('finds the path %p', (path) => {
    expect(find('http', { paths: ['/fine', path] })).toMatchObject([
      { path: ['calls', 'shop -> orders', 'paths'], value: path },
    ]);
  });

  it.each(['AddItem', 'shop.Cart/AddItem', '/shop.Cart', '/shop.Cart/Add*'])('finds the gRPC method %s', (method) => {
    expect(find('grpc', { grpcMethods: [method] })).toMatchObject([
      { path: ['calls', 'shop -> orders', 'grpcMethods'], value: method },
    ]);
  });

  it.each<Partial<Call>>([{ methods: [] }, { paths: [] }])('finds the empty list of %j', (call) => {
    expect(find('http', call)).toMatchObject([{ value: '[]' }]);
  });

  it('finds the same at an edge', () => {
    const edges = [{ service: shop, hosts: ['shop.localhost'] as const, retries }];
    expect(scopes(sampleMesh({ edges }))).toMatchObject([{ path: ['calls', 'outside -> shop', 'retries'] }]);
  });

  it.each<[Protocol, Partial<Call>]>([
    ['http', { methods: ['GET', 'POST'], paths: ['/orders', '/orders/*', '/*'], timeout: '3s' }],
    ['http', { retries, idempotent: true }],
    ['grpc', { grpcMethods: ['/shop.Cart/AddItem', '/shop.Cart/*', '/*'] }],
    ['tcp', {}],
  ])('does not find, over %s, %j', (protocol, call) => {
    expect(find(protocol, call)).toEqual([]);
  });
});
