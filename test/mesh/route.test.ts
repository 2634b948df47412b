import * as z from 'zod';
import { Route } from '../../lib/mesh/route';
import type { Edge } from '../../lib/model/edge';
import { CallGraph, type Mesh } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import type { Traffic } from '../../lib/model/traffic';
import { objectsOf } from '../support/objects-of';
import { orders, sampleMesh, sampleRelease, sampleService, shop, stock } from '../support/sample';

const Spec = z.object({
  hosts: z.array(z.string()),
  gateways: z.array(z.string()),
  exportTo: z.array(z.string()),
  http: z.array(z.looseObject({ name: z.string(), match: z.array(z.looseObject({})).optional() })),
});

function route(service: Service, mesh: Mesh) {
  const graph = new CallGraph(mesh);
  const [object] = objectsOf((chart) => new Route(chart, 'it', { service, graph, visibleIn: ['somewhere'] }));
  return Spec.parse(object?.['spec']);
}

const destination = (name: string, subset: string) => ({
  host: `${name}.${name}.svc.cluster.local`,
  subset,
  port: { number: 8080 },
});

describe('a route', () => {
  it('of a service with one release has one rule, which asks for nothing', () => {
    const { http } = route(stock, sampleMesh());
    expect(http).toMatchObject([{ name: 'stable', route: [{ destination: destination('stock', 'stable') }] }]);
    expect(http[0]).not.toHaveProperty('match');
  });

  it('waits as long as the caller does, and never retries unless told to', () => {
    expect(route(stock, sampleMesh()).http).toMatchObject([{ timeout: '5s', retries: { attempts: 0 } }]);
  });

  it('retries as the caller asks for', () => {
    const retries = { attempts: 2, perTry: '1s', on: ['reset', '503'] } as const;
    const calls = [{ caller: orders, callee: stock, retries }];
    expect(route(stock, sampleMesh({ calls })).http).toMatchObject([
      { retries: { attempts: 2, perTryTimeout: '1s', retryOn: 'reset,503' } },
    ]);
  });

  it('is for the gateway and its hosts, for the mesh and that of the Service, or for both', () => {
    expect(route(shop, sampleMesh())).toMatchObject({ hosts: ['shop.localhost'], gateways: ['shop-gateway'] });
    const inside = { hosts: ['stock.stock.svc.cluster.local'], gateways: ['mesh'] };
    expect(route(stock, sampleMesh())).toMatchObject(inside);
    const edges: Edge[] = [{ service: stock, hosts: ['stock.localhost'] }];
    expect(route(stock, sampleMesh({ edges }))).toMatchObject({
      hosts: ['stock.localhost', ...inside.hosts],
      gateways: ['stock-gateway', 'mesh'],
    });
  });

  it('is seen where it is told, and nowhere else', () => {
    expect(route(stock, sampleMesh()).exportTo).toEqual(['somewhere']);
  });
});

describe('the rules of a route', () => {
  const pins = [{ header: 'x-team', value: 'web' }];
  const rules = (split: Traffic['splits'], service = orders) =>
    route(service, sampleMesh({ traffic: { pins, splits: split } })).http;

  it('are pins, then the lane of a caller, then the split', () => {
    expect(rules(new Map([['orders', 'follow']]))).toMatchObject([
      { name: 'pin-x-team', match: [{ headers: { 'x-team': { exact: 'web' } } }] },
      { name: 'lane-canary', match: [{ sourceLabels: { version: 'canary' } }] },
      { name: 'split' },
    ]);
  });

  it('lead a lane to the canary, and everybody else to the stable release', () => {
    const [, lane, split] = rules(new Map([['orders', 'follow']]));
    expect(lane).toMatchObject({ route: [{ destination: destination('orders', 'canary'), weight: 100 }] });
    expect(split).toMatchObject({ route: [{ weight: 100 }, { weight: 0 }] });
  });

  it.each([0, 25, 100])('name both releases at %d %%, so that a promotion changes weights alone', (share) => {
    expect(rules(new Map([['orders', share]])).at(-1)).toMatchObject({
      route: [
        { destination: destination('orders', 'stable'), weight: 100 - share },
        { destination: destination('orders', 'canary'), weight: share },
      ],
    });
  });

  it('give everything to the stable release where nobody says a share', () => {
    expect(rules(new Map()).at(-1)).toMatchObject({ route: [{ weight: 100 }, { weight: 0 }] });
  });
});

describe('callers that wait for different times', () => {
  const web = sampleService('web');
  const calls = [
    { caller: orders, callee: stock, timeout: '5s' },
    { caller: web, callee: stock, timeout: '2s' },
  ] as const;
  const { http } = route(stock, sampleMesh({ services: [orders, web, stock], calls, edges: [] }));

  it('have rules of their own, of which the last asks for nobody in particular', () => {
    expect(http).toMatchObject([
      { name: 'stable-for-orders', match: [{ sourceNamespace: 'orders', sourceLabels: { app: 'orders' } }] },
      { name: 'stable-for-web' },
    ]);
    expect(http[1]).not.toHaveProperty('match');
  });

  it.each(['9s', '2s'] as const)(
    'leave the lane to those who have one, which a gateway that waits %s has not',
    (timeout) => {
      const depot = sampleService('depot', { canary: sampleRelease('canary') });
      const mesh = sampleMesh({
        services: [orders, web, depot],
        calls: calls.map((call) => ({ ...call, callee: depot })),
        edges: [{ service: depot, hosts: ['depot.localhost'], timeout }],
        traffic: { pins: [{ header: 'x-team', value: 'web' }], splits: new Map([['depot', 'follow']]) },
      });
      const ofGateway = route(depot, mesh).http.flatMap(({ name, match = [{}] }) =>
        match.filter((one) => 'gateways' in one).map((one) => [name.split('-', 1)[0], ...Object.keys(one).sort()]),
      );
      expect(ofGateway).toEqual([
        ['pin', 'gateways', 'headers'],
        ['split', 'gateways'],
      ]);
    },
  );

  it('get the timeout each that they declare', () => {
    expect(http.map(({ timeout }) => timeout)).toEqual(['5s', '2s']);
  });
});
