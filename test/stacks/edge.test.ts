import { named, objectsIn } from '../support/kube-objects';
import { renderYaml } from './rendered';
import { rulesOf } from './virtual-service';

const objects = objectsIn(renderYaml());
const hosts = ['frontend.local', 'frontend.localhost'];

describe('the way in', () => {
  it('is the gateway of the frontend, for its hosts on 80 and 443 and no other', () => {
    expect(named('Gateway', 'frontend-gateway', objects)['spec']).toEqual({
      selector: { istio: 'ingressgateway' },
      servers: [
        { hosts, port: { name: 'http', number: 80, protocol: 'HTTP' } },
        {
          hosts,
          port: { name: 'https', number: 443, protocol: 'HTTPS' },
          tls: { mode: 'SIMPLE', credentialName: 'lab-certificate', minProtocolVersion: 'TLSV1_2' },
        },
      ],
    });
  });

  it('leads through that gateway to the frontend', () => {
    expect(named('VirtualService', 'frontend-vs', objects)).toMatchObject({
      spec: { hosts, gateways: ['frontend-gateway'], exportTo: ['istio-ingress'] },
    });
  });

  it('redirects http to https only when asked', () => {
    const asked = objectsIn(renderYaml({ settings: 'httpsRedirect: true' }));
    expect(named('Gateway', 'frontend-gateway', asked)).toMatchObject({
      spec: { servers: [{ port: { number: 80 }, tls: { httpsRedirect: true } }, { port: { number: 443 } }] },
    });
    expect(JSON.stringify(named('Gateway', 'frontend-gateway', objects))).not.toContain('httpsRedirect');
  });

  it('is open for the hosts of the settings', () => {
    const other = objectsIn(renderYaml({ settings: 'hosts: [shop.localhost]' }));
    expect(named('VirtualService', 'frontend-vs', other)).toMatchObject({ spec: { hosts: ['shop.localhost'] } });
  });
});

describe('a request from outside', () => {
  it('with the header x-canary: true goes to the canary, everyone else to 90 % to stable', () => {
    expect(rulesOf('frontend', objects)).toEqual([
      { name: 'pin-x-canary', match: [{ headers: { 'x-canary': { exact: 'true' } } }], shares: { canary: 100 } },
      { name: 'split', match: undefined, shares: { stable: 90, canary: 10 } },
    ]);
  });
});

describe('every other tier', () => {
  it.each([
    ['backend', 'frontend'],
    ['ml', 'backend'],
  ])('the %s is reached from inside the mesh alone, by the %s', (tier, caller) => {
    expect(named('VirtualService', `${tier}-vs`, objects)).toMatchObject({
      spec: { hosts: [`${tier}-service.${tier}.svc.cluster.local`], gateways: ['mesh'], exportTo: [caller] },
    });
  });
});
