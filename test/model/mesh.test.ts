import { CallGraph } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { meshOf, orders, sampleMesh, sampleService, shop, stock } from '../support/sample';

describe('a call graph', () => {
  const calls = [
    { caller: shop, callee: orders },
    { caller: shop, callee: stock },
    { caller: orders, callee: stock },
  ];
  const graph = new CallGraph(sampleMesh({ calls }));

  it('knows the calls a service makes, in declared order', () => {
    expect(graph.callsFrom(shop)).toEqual([calls[0], calls[1]]);
    expect(graph.callsFrom(stock)).toEqual([]);
  });

  it('knows the calls a service answers, in declared order', () => {
    expect(graph.callsTo(stock)).toEqual([calls[1], calls[2]]);
    expect(graph.callsTo(shop)).toEqual([]);
  });

  it('knows which service the outside world reaches, and how', () => {
    expect(graph.edgeOf(shop)).toMatchObject({ service: shop, hosts: ['shop.localhost'] });
    expect(graph.edgeOf(orders)).toBeUndefined();
  });

  it('knows the split of a service, which is 0 where none is written', () => {
    expect([shop, orders, stock].map((service) => graph.splitOf(service))).toEqual([10, 'follow', 0]);
  });

  it('tells two services of one name apart', () => {
    expect(graph.callsFrom(sampleService('shop'))).toEqual([]);
  });
});

describe('the order in which services may be applied', () => {
  const order = (services: readonly Service[], ...calls: readonly (readonly [Service, Service])[]): string[] =>
    new CallGraph({ ...meshOf(...services), calls: calls.map(([caller, callee]) => ({ caller, callee })) })
      .calleesFirst()
      .map(({ name }) => name);

  it('has every callee before its callers', () => {
    expect(order([shop, orders, stock], [shop, orders], [orders, stock])).toEqual(['stock', 'orders', 'shop']);
  });

  it('is the declared order where nobody calls anybody', () => {
    expect(order([shop, orders, stock])).toEqual(['shop', 'orders', 'stock']);
  });

  it('has a service once that two others call', () => {
    expect(order([shop, orders, stock], [shop, stock], [orders, stock])).toEqual(['stock', 'shop', 'orders']);
  });

  it('ends when services call each other in a circle, and has each of them once', () => {
    expect(order([shop, orders, stock], [shop, orders], [orders, stock], [stock, shop])).toEqual([
      'stock',
      'orders',
      'shop',
    ]);
  });

  it('ends when a service calls itself', () => {
    expect(order([shop], [shop, shop])).toEqual(['shop']);
  });

  it('does not depend on the depth of a chain of a thousand services', () => {
    const chain = Array.from({ length: 1000 }, (_, index) => sampleService(`s${index}`));
    const links = chain.slice(1).map((callee, index) => [chain[index] ?? callee, callee] as const);
    expect(order(chain, ...links)).toEqual(chain.map(({ name }) => name).reverse());
  });
});
