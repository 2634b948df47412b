import * as z from 'zod';
import type { Mesh } from '../../lib/model/mesh';
import type { Port } from '../../lib/model/service';
import { sampleService } from '../support/sample';
import { declaredIn, projectionsOf } from './agreement';
import { configurationEdges } from './extract/configuration';
import { inventoryOf } from './extract/inventory';
import { routedEdges } from './extract/routes';
import { pair, readerOf, web } from './published';
import { rendered } from '../support/render';
import { told } from './told';

const second: Port = { number: 9090, protocol: 'grpc' };
const orders = sampleService('orders', { ports: [{ number: 8080, protocol: 'http' }, second] });
const address = { variable: 'ORDERS', form: 'authority' } as const;

describe('a call to the second port of a service', () => {
  const mesh: Mesh = told(pair(orders, { port: second }), () => address);

  it('is allowed, let through, known and configured at that port', () => {
    expect(projectionsOf(mesh)).toEqual(declaredIn(mesh));
    expect(configurationEdges(inventoryOf(rendered(mesh)))).toEqual(['web -> orders:9090']);
  });

  it('is routed to that port', () => {
    expect(routedEdges(inventoryOf(rendered(mesh)))).toEqual(['web -> orders:9090']);
  });
});

describe('calls to two ports of a service', () => {
  const mesh: Mesh = {
    ...pair(orders),
    calls: [
      { caller: web, callee: orders, timeout: '3s' },
      { caller: web, callee: orders, port: second, timeout: '20s' },
    ],
  };
  const Rule = z.object({ match: z.array(z.object({ port: z.number() })), timeout: z.string() });
  const Route = z.object({ spec: z.object({ http: z.array(Rule) }) });

  it('have a route each, which asks for the port and has its timeout', () => {
    const { http } = Route.parse(readerOf(mesh)('VirtualService orders/orders-vs')).spec;
    expect(http.map(({ match, timeout }) => [match.map(({ port }) => port), timeout])).toEqual([
      [[8080], '3s'],
      [[9090], '20s'],
    ]);
  });
});
