import { CallGraph, type Mesh } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { MeshedService } from '../../lib/service/meshed-service';
import { objectsOf } from '../support/objects-of';
import { platform } from '../support/platform';
import { meshOf, sampleMesh, sampleService, shop, stock } from '../support/sample';

const edges = { credentialName: 'certificate', httpsRedirect: false };

/** `Kind name` of each object, in the order of declaration. */
function objects(service: Service, mesh: Mesh): string[] {
  const graph = new CallGraph(mesh);
  return objectsOf((chart) => new MeshedService(chart, 'it', { service, graph, platform, edges })).map(
    ({ kind, metadata }) => `${kind} ${metadata.name}`,
  );
}

describe('a service of the mesh', () => {
  it('is made in the order in which it may be applied', () => {
    expect(objects(shop, sampleMesh())).toEqual([
      'ServiceAccount shop',
      'Service shop',
      'AuthorizationPolicy shop-callers',
      'NetworkPolicy shop',
      'Sidecar shop',
      'Deployment shop-stable',
      'PodDisruptionBudget shop-stable',
      'Deployment shop-canary',
      'PodDisruptionBudget shop-canary',
      'DestinationRule shop-dr',
      'Gateway shop-gateway',
      'VirtualService shop-vs',
    ]);
  });

  it('has no canary where it has one release, and no gateway where nobody comes from outside', () => {
    const names = objects(stock, sampleMesh());
    expect(names.filter((name) => /canary|Gateway/.test(name))).toEqual([]);
    expect(names).toContain('VirtualService stock-vs');
  });

  it('has subsets and routes only where somebody calls it', () => {
    expect(objects(shop, meshOf(shop)).filter((name) => /^(DestinationRule|VirtualService|Auth)/.test(name))).toEqual(
      [],
    );
  });

  it('has subsets and no route where all connections are tcp', () => {
    const store = sampleService('store', { ports: [{ number: 6379, protocol: 'tcp' }] });
    const names = objects(store, { ...meshOf(shop, store), calls: [{ caller: shop, callee: store }] });
    expect(names).toContain('DestinationRule store-dr');
    expect(names).not.toContain('VirtualService store-vs');
  });

  it('refuses nobody while its namespace takes plaintext, whose callers no policy could tell apart', () => {
    const permissive = sampleMesh({ mutualTls: new Map([['stock', 'permissive']]) });
    expect(objects(stock, permissive)).not.toContain('AuthorizationPolicy stock-callers');
    expect(objects(stock, permissive)).toContain('NetworkPolicy stock');
  });

  it('has no scope of a sidecar that it does not have', () => {
    const outside = sampleService('shop', { sidecar: 'none' });
    expect(objects(outside, meshOf(outside))).not.toContain('Sidecar shop');
  });

  it('has the limit that it declares, before its pods', () => {
    const limited = sampleService('shop', { rateLimit: { requests: 10, per: '1s' } });
    const names = objects(limited, meshOf(limited));
    expect(names.indexOf('EnvoyFilter shop-rate-limit')).toBeGreaterThan(-1);
    expect(names.indexOf('EnvoyFilter shop-rate-limit')).toBeLessThan(names.indexOf('Deployment shop-stable'));
  });
});
