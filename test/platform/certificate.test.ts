import { Certificate } from '../../lib/platform/certificate';
import { CertificateAuthority } from '../../lib/platform/certificate-authority';
import { stackOf } from '../support/resources-of';

const stack = stackOf((scope) => {
  const authority = new CertificateAuthority(scope, 'authority');
  const place = { secretName: 'web-certificate', namespace: 'edge', after: [] };
  new Certificate(scope, 'web', { authority, hosts: ['a.localhost', 'b.localhost'], ...place });
});

/** The only resource of a type. */
function resource(type: string): Record<string, unknown> {
  const [found = {}, ...others] = Object.values(stack.resource[type] ?? {});
  expect(others).toEqual([]);
  return found;
}

describe('a certificate of the gateway', () => {
  it('is for its hosts, and no other', () => {
    expect(resource('tls_cert_request')).toMatchObject({ dns_names: ['a.localhost', 'b.localhost'] });
  });

  it('serves, and signs nothing', () => {
    expect(resource('tls_locally_signed_cert')['allowed_uses']).toEqual([
      'digital_signature',
      'key_encipherment',
      'server_auth',
    ]);
  });

  it('is valid for a year, and is made anew a month before', () => {
    expect(resource('tls_locally_signed_cert')).toMatchObject({
      validity_period_hours: 8760,
      early_renewal_hours: 720,
    });
  });

  it('is signed with the key of the authority, and has a key of its own', () => {
    const key = (expression: unknown) => /tls_private_key\.(\w+?)_key/.exec(String(expression))?.[1];
    expect(key(resource('tls_self_signed_cert')['private_key_pem'])).toBe('authority');
    expect(key(resource('tls_cert_request')['private_key_pem'])).toBe('web');
    expect(String(resource('tls_locally_signed_cert')['ca_private_key_pem'])).toContain(
      'tls_self_signed_cert.authority',
    );
  });

  it('is in a Secret of TLS, where the gateway looks', () => {
    expect(resource('kubernetes_secret_v1')).toMatchObject({
      type: 'kubernetes.io/tls',
      metadata: { name: 'web-certificate', namespace: 'edge' },
      data: { 'tls.crt': expect.any(String) as string, 'tls.key': expect.any(String) as string },
    });
  });
});

describe('the authority', () => {
  it('is an output, for browsers and curl to trust', () => {
    const value = expect.stringMatching(/^\$\{tls_self_signed_cert\.authority_/) as string;
    expect(stack.output['ca_certificate']).toMatchObject({ value });
  });

  it('signs certificates, and serves nothing', () => {
    expect(resource('tls_self_signed_cert')).toMatchObject({
      is_ca_certificate: true,
      allowed_uses: ['cert_signing', 'crl_signing'],
    });
  });
});
