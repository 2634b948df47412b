import fc from 'fast-check';
import { all, maybe, some } from './random';

export const home = some('shop', 'shop', 'pay');
const port = some(
  { name: 'http', port: 80, targetPort: 8080 },
  { name: 'http-alt', port: 8080 },
  { name: 'web', port: 8081, targetPort: 8080 },
  { name: 'tcp', port: 9000 },
  { name: 'https', port: 443, targetPort: 'tls' },
  { name: 'grpc', port: 9090, targetPort: 'http' },
);
export const ports = fc.uniqueArray(port, { minLength: 1, maxLength: 3, selector: (one) => one.port });
const exportTo = maybe(some(['*'], ['.'], ['pay'], ['shop']), 'exportTo');

const hosts = [
  'web',
  'web.shop.svc.cluster.local',
  'api.pay.svc.cluster.local',
  'api',
  'out.example.com',
  '*.example.com',
];
const destination = all(
  some(...hosts.slice(0, 5)).map((host) => ({ host })),
  maybe(some('v1', 'v2', 'v3'), 'subset'),
  maybe(
    some(80, 8080, 8081, 9000).map((number) => ({ number })),
    'port',
  ),
);
const route = fc.oneof(
  { weight: 3, arbitrary: destination.map((one) => [{ destination: one }]) },
  {
    weight: 1,
    arbitrary: fc.tuple(destination, destination, some(0, 10, 50, 100)).map(([one, other, weight]) => [
      { destination: one, weight },
      { destination: other, weight: 100 - weight },
    ]),
  },
);
const text = some<object>({ exact: '/a' }, { prefix: '/a' }, { prefix: '/' }, { regex: '/a.*' }, { exact: '/a/b' });
const match = all(
  maybe(text, 'uri'),
  maybe(some({ 'x-a': { exact: '1' } }, { 'x-a': { regex: '[12]' } }, { 'x-a': {} }), 'headers'),
  maybe(some({ 'x-b': { exact: '1' } }, { 'x-b': {} }), 'withoutHeaders'),
  maybe(some({ exact: 'POST' }, { exact: 'GET' }), 'method'),
  maybe(some(80, 8080), 'port'),
  maybe(some({ app: 'client' }, { app: 'other' }), 'sourceLabels'),
  maybe(some('shop', 'pay'), 'sourceNamespace'),
  maybe(some(['mesh'], ['istio-system/edge-a'], ['mesh', 'istio-system/edge-b']), 'gateways'),
);
const matches = fc.array(match, { maxLength: 2 }).map((found) => (found.length === 0 ? {} : { match: found }));
const sent = all(
  route.map((found) => ({ route: found })),
  maybe(some('1s', '2.5s'), 'timeout'),
  maybe(some({ attempts: 3 }, { attempts: 0 }, { attempts: 1, perTryTimeout: '1s', retryOn: '5xx,503' }), 'retries'),
  maybe(destination, 'mirror'),
  maybe(some({ value: 0 }, { value: 50 }), 'mirrorPercentage'),
  maybe(
    some<object>(
      { abort: { httpStatus: 418, percentage: { value: 100 } } },
      { abort: { httpStatus: 418, percentage: { value: 0 } } },
      { delay: { fixedDelay: '1s', percentage: { value: 100 } } },
    ),
    'fault',
  ),
  maybe(some({ uri: '/a' }, { authority: 'other.example' }), 'rewrite'),
);
const answered = some<object>(
  { redirect: { uri: '/r', redirectCode: 302 } },
  { redirect: { authority: 'a.example' } },
  { directResponse: { status: 204 } },
);
const httpRule = fc
  .tuple(matches, fc.oneof({ weight: 6, arbitrary: sent }, { weight: 1, arbitrary: answered }))
  .map(([found, rest]) => ({ ...found, ...rest }));
const tcpRule = all(
  maybe(some([{ port: 9000 }], [{ port: 9000, sourceLabels: { app: 'other' } }]), 'match'),
  route.map((found) => ({ route: found })),
);

const virtualServiceAt = (gateways: fc.Arbitrary<object>, names: readonly string[]): fc.Arbitrary<object> =>
  all(
    fc.subarray([...names], { minLength: 1, maxLength: 2 }).map((found) => ({ hosts: found })),
    gateways,
    exportTo,
    fc.array(httpRule, { minLength: 1, maxLength: 3 }).map((http) => ({ http })),
    maybe(fc.array(tcpRule, { minLength: 1, maxLength: 2 }), 'tcp'),
  );
export const inMesh = virtualServiceAt(maybe(some(['mesh'], ['mesh', 'istio-system/edge-a']), 'gateways'), hosts);
export const atEdge = virtualServiceAt(
  some(['istio-system/edge-a'], ['istio-system/edge-b'], ['istio-system/edge-a', 'istio-system/edge-b']).map(
    (gateways) => ({ gateways }),
  ),
  ['a.example.org', 'b.example.org', '*.example.org', '*'],
);

export const destinationRule = all(
  some(...hosts).map((host) => ({ host })),
  exportTo,
  fc
    .subarray([
      { name: 'v1', labels: { version: 'v1' } },
      { name: 'v2', labels: { version: 'v2' } },
    ])
    .map((subsets) => ({ subsets })),
  maybe(
    some('DISABLE', 'ISTIO_MUTUAL', 'SIMPLE').map((mode) => ({ tls: { mode } })),
    'trafficPolicy',
  ),
);
const server = all(
  fc
    .tuple(
      some<readonly [number, string]>([80, 'HTTP'], [80, 'HTTP'], [8080, 'HTTP'], [443, 'HTTPS'], [9000, 'TCP']),
      some('a', 'b'),
    )
    .map(([[number, protocol], suffix]) => ({
      port: { number, protocol, name: `${protocol.toLowerCase()}-${number}-${suffix}` },
      ...(protocol === 'HTTPS' && { tls: { mode: 'SIMPLE', credentialName: 'edge' } }),
    })),
  fc
    .subarray(['a.example.org', '*.example.org', 'shop/b.example.org', '*'], { minLength: 1, maxLength: 2 })
    .map((found) => ({ hosts: found })),
);
export const gateway = fc
  .uniqueArray(server, { minLength: 1, maxLength: 2, selector: (one) => JSON.stringify(one) })
  .map((servers) => ({
    selector: { istio: 'edge' },
    servers: servers.map((one, index) => renamed(one, index)),
  }));
export const serviceEntry = all(
  some(['out.example.com'], ['*.example.com'], ['out.example.com', 'in.example.com']).map((found) => ({
    hosts: found,
  })),
  exportTo,
  fc
    .subarray(
      [
        { number: 80, name: 'http', protocol: 'HTTP' },
        { number: 443, name: 'https', protocol: 'TLS' },
        { number: 9000, name: 'tcp', protocol: 'TCP' },
      ],
      { minLength: 1 },
    )
    .map((found) => ({ ports: found })),
  some({ resolution: 'NONE' }).map((one) => ({ ...one, location: 'MESH_EXTERNAL' })),
);
export const sidecar = all(
  fc
    .subarray(['./*', 'pay/*', '*/*', 'shop/web.shop.svc.cluster.local', '*/*.example.com', 'istio-system/*'], {
      minLength: 1,
      maxLength: 3,
    })
    .map((found) => ({ egress: [{ hosts: found }] })),
  maybe(
    some('REGISTRY_ONLY', 'ALLOW_ANY').map((mode) => ({ mode })),
    'outboundTrafficPolicy',
  ),
);

function renamed(one: object, index: number): object {
  const { port: own, ...rest } = one as { port: { name: string } };
  return { ...rest, port: { ...own, name: `${own.name}-${index}` } };
}
