import fc from 'fast-check';
import { service, textOf } from './objects';
import { platform } from './platform';
import type { JudgedMesh } from './probes';
import { numbered, some } from './random';
import { request } from './requests';
import { home, ports, inMesh, atEdge, destinationRule, gateway, serviceEntry, sidecar } from './routed-objects';

/** A mesh of Services, routes, rules and gateways, and what is asked of its proxies. */
export const routedMesh: fc.Arbitrary<Omit<JudgedMesh, 'title'>> = fc
  .record({
    web: ports,
    api: ports,
    isHeadless: fc.boolean(),
    routes: fc.array(fc.tuple(home, inMesh), { minLength: 1, maxLength: 4 }),
    edges: fc.array(fc.tuple(home, atEdge), { maxLength: 3 }),
    rules: fc.array(fc.tuple(home, destinationRule), { maxLength: 3 }),
    gateways: fc.array(gateway, { minLength: 1, maxLength: 2 }),
    entries: fc.array(fc.tuple(home, serviceEntry), { maxLength: 2 }),
    sidecars: fc.array(fc.tuple(some('shop', 'pay'), sidecar), { maxLength: 1 }),
    requests: fc.uniqueArray(request, { minLength: 6, maxLength: 8, selector: (one) => JSON.stringify(one) }),
  })
  .map(({ web, api, isHeadless, routes, edges, rules, gateways, entries, sidecars, requests }) => ({
    text: textOf([
      ...platform,
      service('pay', 'api', api),
      service('shop', 'web', web, isHeadless ? { clusterIP: 'None' } : {}),
      ...numbered(
        'Gateway',
        'edge',
        gateways.map((spec) => ['istio-system', spec] as const),
      ),
      ...numbered('VirtualService', 'mesh', routes),
      ...numbered('VirtualService', 'side', edges),
      ...numbered('DestinationRule', 'rule', rules),
      ...numbered('ServiceEntry', 'entry', entries),
      ...numbered('Sidecar', 'sidecar', sidecars),
    ]),
    requests,
    calls: [],
  }));
