import { generateKeyPairSync, sign } from 'node:crypto';
import type { Certificate } from '../../lib/drill/drill';

/** When a certificate is valid, as UTCTime: `200101000000Z`. */
export interface Validity {
  readonly from: string;
  readonly to: string;
}

/** A time that is over, whatever the clock of the reader says. */
export const over: Validity = { from: '200101000000Z', to: '200201000000Z' };

/** A value in DER: tag, length, content. @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
function der(tag: number, ...contents: readonly (Uint8Array | string)[]): Uint8Array {
  const content = Buffer.concat(contents.map((part) => Buffer.from(part)));
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const [integer, bits, identifier, text, time, sequence, set] = [0x02, 0x03, 0x06, 0x0c, 0x17, 0x30, 0x31];
const ecdsaWithSha256 = der(sequence, der(identifier, Buffer.from('2a8648ce3d040302', 'hex')));
const commonName = der(identifier, Buffer.from('550403', 'hex'));

/** Version 3, the first that has extensions. */
const version3 = der(0xa0, der(integer, Buffer.from([2])));

/** What a certificate is for, beside its host. */
export type Subject = { readonly address: string } | { readonly uri: string };

/** An address has four bytes. */
function forSubject(subject: Subject): Uint8Array {
  const name =
    'uri' in subject ? der(0x86, subject.uri) : der(0x87, Buffer.from(subject.address.split('.').map(Number)));
  const names = der(sequence, name);
  const extension = der(sequence, der(identifier, Buffer.from('551d11', 'hex')), der(0x04, names));
  return der(0xa3, der(sequence, extension));
}

/**
 * A key, and a certificate for a host that nobody but itself vouches for.
 * @param subject an IP address, or a URI, that it is for as well
 */
export function selfSigned(host: string, { from, to }: Validity, subject?: Subject): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der(sequence, der(set, der(sequence, commonName, der(text, host))));
  const validity = der(sequence, der(time, from), der(time, to));
  const publicInfo = publicKey.export({ type: 'spki', format: 'der' });
  const serial = der(integer, Buffer.from([1]));
  const [head, extensions] = subject === undefined ? [[], []] : [[version3], [forSubject(subject)]];
  const body = der(sequence, ...head, serial, ecdsaWithSha256, name, validity, name, publicInfo, ...extensions);
  const signature = der(bits, Buffer.from([0]), sign('sha256', body, privateKey));
  const certificate = Buffer.from(der(sequence, body, ecdsaWithSha256, signature)).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  };
}
