import { SecretV1 } from '@cdktf/provider-kubernetes/lib/secret-v1';
import { CertRequest } from '@cdktf/provider-tls/lib/cert-request';
import { LocallySignedCert } from '@cdktf/provider-tls/lib/locally-signed-cert';
import { PrivateKey } from '@cdktf/provider-tls/lib/private-key';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type CertificateAuthority, elliptic, month, year } from './certificate-authority';

export interface CertificateProps {
  readonly authority: CertificateAuthority;
  /** The hosts the certificate is for. */
  readonly hosts: readonly string[];
  /** Name of the Secret with certificate and key. */
  readonly secretName: string;
  readonly namespace: string;
  /** The namespace itself. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * A certificate signed by the lab's own authority, in a TLS Secret for the gateway. Its key is in the stack's state,
 * which is why a shared state backend must be private.
 */
export class Certificate extends Construct {
  readonly secret: SecretV1;

  constructor(scope: Construct, id: string, { authority, hosts, secretName, namespace, after }: CertificateProps) {
    super(scope, id);
    const key = new PrivateKey(this, 'key', elliptic);
    const request = new CertRequest(this, 'request', { privateKeyPem: key.privateKeyPem, dnsNames: [...hosts] });
    const certificate = new LocallySignedCert(this, 'certificate', {
      certRequestPem: request.certRequestPem,
      caPrivateKeyPem: authority.certificate.privateKeyPem,
      caCertPem: authority.certificate.certPem,
      validityPeriodHours: year,
      earlyRenewalHours: month,
      allowedUses: ['digital_signature', 'key_encipherment', 'server_auth'],
    });
    this.secret = new SecretV1(this, 'secret', {
      metadata: { name: secretName, namespace },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': certificate.certPem, 'tls.key': key.privateKeyPem },
      dependsOn: [...after],
    });
  }
}
