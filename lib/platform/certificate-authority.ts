import { PrivateKey } from '@cdktf/provider-tls/lib/private-key';
import { SelfSignedCert } from '@cdktf/provider-tls/lib/self-signed-cert';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/** How long certificates are valid, and how long before the end they are made anew, in hours. */
export const year = 365 * 24;
export const month = 30 * 24;

/** The keys of all certificates. */
export const elliptic = { algorithm: 'ECDSA', ecdsaCurve: 'P256' };

/**
 * A certificate authority of this lab's own. Browsers and curl trust what it signs after importing the stack's output
 * `ca_certificate`.
 */
export class CertificateAuthority extends Construct {
  readonly certificate: SelfSignedCert;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const key = new PrivateKey(this, 'key', elliptic);
    this.certificate = new SelfSignedCert(this, 'certificate', {
      privateKeyPem: key.privateKeyPem,
      isCaCertificate: true,
      subject: [{ commonName: 'mesh-lab local CA' }],
      validityPeriodHours: 10 * year,
      earlyRenewalHours: month,
      allowedUses: ['cert_signing', 'crl_signing'],
    });
    new TerraformOutput(TerraformStack.of(this), 'ca_certificate', {
      value: this.certificate.certPem,
      description: 'Certificate of the authority that signed the certificates of the gateway',
    });
  }
}
