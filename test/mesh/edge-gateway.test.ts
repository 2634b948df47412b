import { EdgeGateway } from '../../lib/mesh/edge-gateway';
import { objectsOf } from '../support/objects-of';
import { shop } from '../support/sample';

function gateway(httpsRedirect: boolean) {
  const edge = { service: shop, hosts: ['a.localhost', 'b.localhost'] } as const;
  const tls = { credentialName: 'certificate', httpsRedirect };
  const [object] = objectsOf((chart) => new EdgeGateway(chart, 'it', { edge, selector: { istio: 'door' }, ...tls }));
  return object;
}

describe('the gateway of an edge', () => {
  const hosts = ['a.localhost', 'b.localhost'];
  const https = {
    hosts,
    port: { number: 443, name: 'https', protocol: 'HTTPS' },
    tls: { mode: 'SIMPLE', credentialName: 'certificate', minProtocolVersion: 'TLSV1_2' },
  };

  it('serves its hosts on 80 and 443 and no other, by the pods of the platform', () => {
    expect(gateway(false)).toMatchObject({ metadata: { name: 'shop-gateway' } });
    expect(gateway(false)?.['spec']).toEqual({
      selector: { istio: 'door' },
      servers: [{ hosts, port: { number: 80, name: 'http', protocol: 'HTTP' } }, https],
    });
  });

  it('redirects to https when asked', () => {
    expect(gateway(true)).toHaveProperty('spec.servers', [
      { hosts, port: { number: 80, name: 'http', protocol: 'HTTP' }, tls: { httpsRedirect: true } },
      https,
    ]);
  });
});
