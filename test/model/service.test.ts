import { releaseLabels, serviceLabels } from '../../lib/model/labels';
import { hostOf, portName, releasesOf, targetPortOf, targetPortsOf } from '../../lib/model/service';
import { sampleRelease, sampleService, shop, stock } from '../support/sample';

describe('a service', () => {
  it('runs its stable release first, and the canary if there is one', () => {
    expect(releasesOf(shop).map(({ name }) => name)).toEqual(['stable', 'canary']);
    expect(releasesOf(stock).map(({ name }) => name)).toEqual(['stable']);
  });

  it('has a host that means the same in every namespace', () => {
    const service = sampleService('shop', { namespace: 'sales', serviceName: 'shop-service' });
    expect(hostOf(service)).toBe('shop-service.sales.svc.cluster.local');
  });

  it('is selected by its name, and each release by its version', () => {
    expect(serviceLabels(shop)).toEqual({ app: 'shop' });
    expect(releaseLabels(shop, shop.stable)).toEqual({ app: 'shop', version: 'stable' });
  });
});

describe('a port', () => {
  it('is named after its protocol, and after its suffix if it has one', () => {
    expect(portName({ number: 80, protocol: 'grpc' })).toBe('grpc');
    expect(portName({ number: 80, protocol: 'http', suffix: 'admin' })).toBe('http-admin');
  });

  it('leads to the same port of the process unless it says otherwise', () => {
    const port = { number: 80, protocol: 'http' } as const;
    expect(targetPortOf(port, {})).toBe(80);
    expect(targetPortOf(port, { listensOn: { 80: 3000 } })).toBe(3000);
    expect(targetPortsOf(port, sampleService('shop', { canary: sampleRelease('canary') }))).toEqual([80]);
    expect(
      targetPortsOf(port, sampleService('shop', { canary: sampleRelease('canary', { listensOn: { 80: 3000 } }) })),
    ).toEqual([80, 3000]);
  });
});
