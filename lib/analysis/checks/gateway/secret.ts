import { X509Certificate } from 'node:crypto';
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
 * @param now as `2026-01-31T23:59:59Z`. @default - a certificate is as good as it ever was
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/#key-formats
 */
export function credentialFault({ content }: Manifest, isMutual: boolean, now?: string): string | undefined {
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
  if (isMutual && valueOf('ca.crt', 'cacert') === undefined) {
    return 'has no ca.crt, by which clients are checked';
  }
  const end = endOf(certificate);
  return now !== undefined && end !== undefined && end < now ? `holds a certificate that ended at ${end}` : undefined;
}

const months = 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec'.split(',');

/** When the first certificate of a chain ends, as `2026-01-31T23:59:59Z`; nothing if nobody can read it. */
function endOf(certificate: string): string | undefined {
  try {
    const { validTo } = new X509Certificate(certificate);
    const [, month = '', day = '', time = '', year = ''] = /^(\w+) +(\d+) ([\d:]+) (\d+) GMT$/.exec(validTo) ?? [];
    const number = months.indexOf(month) + 1;
    return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`;
  } catch {
    return undefined;
  }
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : atob(value);
  } catch {
    return '';
  }
}
