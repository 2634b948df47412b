import fc from 'fast-check';
import type { RequestProbe } from './probes';
import { some } from './random';

const urls = [
  'http://web/',
  'http://web/a',
  'http://web/a/b',
  'http://web:8080/',
  'http://web:8081/a',
  'http://web:9000/',
  'http://web:9090/',
  'https://web/',
  'http://web.shop/',
  'http://web.shop.svc.cluster.local/a',
  'http://api.pay/',
  'http://api.pay:8080/a',
  'http://api.pay.svc.cluster.local:9000/',
  'http://out.example.com/',
  'https://out.example.com/',
  'http://out.example.com:9000/',
  'http://in.example.com/',
  'http://any.example.com/a',
  'http://unknown.test/',
];
const edgeUrls = [
  'http://a.example.org/',
  'http://a.example.org/a',
  'http://b.example.org/',
  'http://c.example.org/a/b',
  'http://other.test/',
  'http://a.example.org:8080/',
  'http://a.example.org:9000/',
  'https://a.example.org/',
  'https://b.example.org/a',
];
const headers = some<Readonly<Record<string, string>>>({}, {}, { 'x-a': '1' }, { 'x-a': '2', 'x-b': '1' });
/** A request of some client, for some URL. */
export const request: fc.Arbitrary<RequestProbe> = fc
  .tuple(some('shop/client', 'shop/client', 'pay/client', 'gateway'), fc.nat(), headers, some('GET', 'GET', 'POST'))
  .map(([from, which, given, method]) => {
    const known = from === 'gateway' ? edgeUrls : urls;
    return { from, url: known[which % known.length] ?? '', headers: given, method };
  });
