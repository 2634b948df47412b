import type { Server } from '../../../views/gateway';
import type { SchemaRule } from './rule';

/** Servers of a Gateway name the certificates that their mode of TLS needs, in one way, and no others. */
export const serverCertificate: SchemaRule = function* find({ gateways }) {
  for (const { manifest, spec } of gateways) {
    for (const [index, { tls }] of spec.servers.entries()) {
      const [message, remedy = ''] = tls === undefined ? [] : faultOf(tls);
      if (message !== undefined) {
        yield { manifest, path: ['spec', 'servers', index, 'tls'], message, remedy };
      }
    }
  }
};

type Tls = NonNullable<Server['tls']>;

function faultOf(tls: Tls): [message?: string, remedy?: string] {
  const { mode = 'PASSTHROUGH', credentialName, credentialNames, caCertificates, tlsCertificates } = tls;
  const hasCredential = credentialName !== undefined || credentialNames.length > 0;
  const hasFiles = tls.serverCertificate !== undefined && tls.privateKey !== undefined;
  if (mode === 'ISTIO_MUTUAL') {
    return hasCredential || (tls.serverCertificate ?? tls.privateKey ?? caCertificates) !== undefined
      ? ['mode ISTIO_MUTUAL has the certificate of the mesh, so no other may be named', 'remove the certificates']
      : [];
  }
  if (!['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode)) {
    return [];
  }
  if (hasCredential && hasFiles) {
    return ['the certificate is named twice, by credential and by file', 'keep one of the two'];
  }
  if (!hasCredential && !hasFiles && tlsCertificates.length === 0) {
    return [`mode ${mode} presents a certificate, and none is named`, 'give credentialName the name of a Secret'];
  }
  const needsAuthority = mode !== 'SIMPLE' && !hasCredential && caCertificates === undefined;
  return needsAuthority
    ? [`mode ${mode} asks clients for certificates, and no authority is named`, 'give caCertificates']
    : [];
}
