import { calls } from '../../../lib/model/rules/calls';
import type { Port } from '../../../lib/model/service';
import { orders, sampleMesh, sampleService, shop } from '../../support/sample';

describe('calls', () => {
  const stranger = sampleService('stranger');

  it('finds a callee that is no service of the mesh', () => {
    expect(calls(sampleMesh({ calls: [{ caller: shop, callee: stranger }] }))).toMatchObject([
      { value: 'shop -> stranger', rule: 'the callee of a call is a service of the mesh' },
    ]);
  });

  it('finds a caller that is no service of the mesh', () => {
    expect(calls(sampleMesh({ calls: [{ caller: stranger, callee: shop }] }))).toMatchObject([
      { value: 'stranger -> shop', rule: 'the caller of a call is a service of the mesh' },
    ]);
  });

  it('finds a service that calls itself', () => {
    expect(calls(sampleMesh({ calls: [{ caller: shop, callee: shop }] }))).toMatchObject([
      { path: ['calls', 'shop -> shop'], rule: 'a service does not call itself' },
    ]);
  });

  it('finds a call to a port of another service', () => {
    const port: Port = { number: 8080, protocol: 'http' };
    expect(calls(sampleMesh({ calls: [{ caller: shop, callee: orders, port }] }))).toMatchObject([
      { value: 'shop -> orders', rule: 'a call goes to a port of its callee' },
    ]);
  });

  it('finds a call that is declared twice, once with the first port and once without', () => {
    const twice = [
      { caller: shop, callee: orders },
      { caller: shop, callee: orders, port: orders.ports[0] },
    ];
    expect(calls(sampleMesh({ calls: twice }))).toMatchObject([{ rule: 'a call is declared once per port' }]);
  });

  it('does not find calls in both directions, or to two ports of one service', () => {
    const ports: readonly [Port, Port] = [
      { number: 80, protocol: 'http' },
      { number: 81, protocol: 'grpc' },
    ];
    const callee = sampleService('callee', { ports });
    const good = [
      { caller: shop, callee },
      { caller: callee, callee: shop },
      { caller: shop, callee, port: ports[1] },
    ];
    expect(calls(sampleMesh({ services: [shop, callee], calls: good }))).toEqual([]);
  });
});
