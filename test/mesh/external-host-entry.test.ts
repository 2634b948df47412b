import { ExternalHostEntry } from '../../lib/mesh/external-host-entry';
import { objectsOf } from '../support/objects-of';

describe('a host outside the cluster', () => {
  const [entry] = objectsOf(
    (chart) => new ExternalHostEntry(chart, 'it', { host: 'api.example.com', port: 443, protocol: 'tls' }),
  );

  it('has a name in which host and port can be read, and no other host could have', () => {
    expect(entry?.metadata.name).toBe('external-api--example--com-443');
  });

  it('is looked up in DNS, and known in its namespace alone', () => {
    expect(entry?.['spec']).toEqual({
      hosts: ['api.example.com'],
      exportTo: ['.'],
      location: 'MESH_EXTERNAL',
      resolution: 'DNS',
      ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
    });
  });
});
