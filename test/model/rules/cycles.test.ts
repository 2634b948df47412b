import { cycles } from '../../../lib/model/rules/cycles';
import type { Service } from '../../../lib/model/service';
import { meshOf, orders, sampleMesh, shop, stock } from '../../support/sample';

describe('cycles', () => {
  const find = (...calls: readonly (readonly [Service, Service])[]) =>
    cycles({
      ...meshOf(shop, orders, stock),
      calls: calls.map(([caller, callee]) => ({ caller, callee })),
    }).map(({ value }) => value);

  it('finds two services that call each other', () => {
    expect(find([shop, orders], [orders, shop])).toEqual(['shop -> orders -> shop']);
  });

  it('finds a circle that does not start at the entry', () => {
    expect(find([shop, orders], [orders, stock], [stock, orders])).toEqual(['orders -> stock -> orders']);
  });

  it('finds every circle', () => {
    expect(find([shop, orders], [orders, shop], [orders, stock], [stock, orders])).toEqual([
      'shop -> orders -> shop',
      'orders -> stock -> orders',
    ]);
  });

  it('does not find two ways to one service', () => {
    expect(find([shop, orders], [shop, stock], [orders, stock])).toEqual([]);
  });

  it('does not find a service that calls itself, which the rule of calls does', () => {
    expect(find([shop, shop])).toEqual([]);
  });

  it('does not find anything in a good mesh', () => {
    expect(cycles(sampleMesh())).toEqual([]);
  });
});
