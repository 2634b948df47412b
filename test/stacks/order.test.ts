import { named, objectsIn, waveOf } from '../support/kube-objects';
import { renderYaml } from './rendered';

const files = renderYaml();
const objects = objectsIn(files);
const tiers = ['frontend', 'backend', 'ml'];

describe('the waves of Argo CD', () => {
  it('are written on every object', () => {
    expect(objects.filter((object) => !Number.isInteger(waveOf(object)))).toEqual([]);
  });

  it('start with the namespaces', () => {
    const first = objects.filter((object) => waveOf(object) === 0).map(({ kind }) => kind);
    expect([...new Set(first)]).toEqual(['Namespace']);
  });

  it.each(tiers)('bring identity, Service, pods, subsets and route of the %s in this order', (tier) => {
    const waves = [
      named('Namespace', tier, objects),
      named('ServiceAccount', tier, objects),
      named('Service', `${tier}-service`, objects),
      named('Deployment', `${tier}-stable`, objects),
      named('DestinationRule', `${tier}-dr`, objects),
      named('VirtualService', `${tier}-vs`, objects),
    ].map(waveOf);
    expect(waves).toEqual([...new Set(waves)].sort((a, b) => a - b));
  });

  it.each(tiers)('bring both releases of the %s at once', (tier) => {
    expect(waveOf(named('Deployment', `${tier}-stable`, objects))).toBe(
      waveOf(named('Deployment', `${tier}-canary`, objects)),
    );
  });

  it('bring the gateway before the route that names it', () => {
    expect(waveOf(named('Gateway', 'frontend-gateway', objects))).toBeLessThan(
      waveOf(named('VirtualService', 'frontend-vs', objects)),
    );
  });
});

describe('the order of files and objects', () => {
  it('has the rules of the whole mesh first, then callees before their callers, and the add-ons last', () => {
    expect(files.map(({ name }) => name)).toEqual([
      '0000-istio-system.k8s.yaml',
      '0001-ml.k8s.yaml',
      '0002-backend.k8s.yaml',
      '0003-frontend.k8s.yaml',
      '0004-observability.k8s.yaml',
      '0005-istio-ingress.k8s.yaml',
    ]);
  });

  it.each(tiers)('has mutual TLS, identity, Service, pods, subsets and route of the %s in this order', (tier) => {
    const order = [
      named('Namespace', tier, objects),
      objects.find(({ kind, metadata }) => kind === 'PeerAuthentication' && metadata.namespace === tier),
      named('ServiceAccount', tier, objects),
      named('Service', `${tier}-service`, objects),
      named('Deployment', `${tier}-stable`, objects),
      named('Deployment', `${tier}-canary`, objects),
      named('DestinationRule', `${tier}-dr`, objects),
      named('VirtualService', `${tier}-vs`, objects),
    ].map((object) => (object === undefined ? -1 : objects.indexOf(object)));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('has every object once', () => {
    const ids = objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
