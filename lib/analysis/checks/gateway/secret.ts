import * as z from 'zod';
import type { Manifest } from '../../manifest/manifest';
import { scalarLabels, text } from '../../manifest/lenient';

const secret = z.object({ type: text, data: scalarLabels, stringData: scalarLabels }).partial();

/** Whether a Secret says that it is the certificate of a server. */
export function isForServers({ content }: Manifest): boolean {
  return secret.parse(content).type === 'kubernetes.io/tls';
}

/**
 * What of a gateway's certificate is wrong in a Secret; nothing if it is fine.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/#key-formats
 */
export function credentialFault({ content }: Manifest, isMutual: boolean): string | undefined {
  const { data = {}, stringData = {} } = secret.parse(content);
  const valueOf = (...keys: string[]): string | undefined =>
    keys.map((key) => stringData[key] ?? decoded(data[key])).find((value) => value !== undefined && value !== '');
  if (valueOf('tls.key', 'key') === undefined) {
    return 'has no tls.key';
  }
  const certificate = valueOf('tls.crt', 'cert');
  if (certificate?.includes('-----BEGIN CERTIFICATE-----') !== true) {
    return certificate === undefined ? 'has no tls.crt' : 'has no certificate in tls.crt';
  }
  return isMutual && valueOf('ca.crt', 'cacert') === undefined
    ? 'has no ca.crt, by which clients are checked'
    : undefined;
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : atob(value);
  } catch {
    return '';
  }
}
