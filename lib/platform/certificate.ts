import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { CertRequest } from '@cdktf/provider-tls/lib/cert-request';
import { LocallySignedCert } from '@cdktf/provider-tls/lib/locally-signed-cert';
import { PrivateKey } from '@cdktf/provider-tls/lib/private-key';
import { SelfSignedCert } from '@cdktf/provider-tls/lib/self-signed-cert';
import { type ITerraformDependable, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

const year = 365 * 24;
const month = 30 * 24;
const elliptic = { algorithm: 'ECDSA', ecdsaCurve: 'P256' };

export interface CertificateProps {
  /** The hosts the certificate is for. */
  readonly hosts: readonly string[];
  /** Name of the Secret with certificate and key. */
  readonly secretName: string;
  readonly namespace: string;
  /** The namespace itself. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * A certificate authority of this lab's own and a certificate signed by it, in a TLS Secret for
 * the gateway. Browsers and curl trust it after importing the stack's output `ca_certificate`.
 * Both keys are in the stack's state, which is why a shared state backend must be private.
 */
export class Certificate extends Construct {
  readonly secret: SecretV1;

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const authority = this.authority();
    const key = new PrivateKey(this, 'key', elliptic);
    const certificate = this.sign(key, authority, props.hosts);
    this.secret = new SecretV1(this, 'secret', {
      metadata: { name: props.secretName, namespace: props.namespace },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': certificate.certPem, 'tls.key': key.privateKeyPem },
      dependsOn: [...props.after],
    });
    new TerraformOutput(TerraformStack.of(this), 'ca_certificate', {
      value: authority.certPem,
      description: 'Certificate of the authority that signed the certificate of the gateway',
    });
  }

  private authority(): SelfSignedCert {
    const key = new PrivateKey(this, 'authority-key', elliptic);
    return new SelfSignedCert(this, 'authority', {
      privateKeyPem: key.privateKeyPem,
      isCaCertificate: true,
      subject: [{ commonName: 'mesh-lab local CA' }],
      validityPeriodHours: 10 * year,
      earlyRenewalHours: month,
      allowedUses: ['cert_signing', 'crl_signing'],
    });
  }

  private sign(key: PrivateKey, authority: SelfSignedCert, hosts: readonly string[]): LocallySignedCert {
    const request = new CertRequest(this, 'request', { privateKeyPem: key.privateKeyPem, dnsNames: [...hosts] });
    return new LocallySignedCert(this, 'certificate', {
      certRequestPem: request.certRequestPem,
      caPrivateKeyPem: authority.privateKeyPem,
      caCertPem: authority.certPem,
      validityPeriodHours: year,
      earlyRenewalHours: month,
      allowedUses: ['digital_signature', 'key_encipherment', 'server_auth'],
    });
  }
}
