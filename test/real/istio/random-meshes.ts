import fc from 'fast-check';
import { deployment, istio, namespace, service, textOf } from './objects';
import type { CallProbe, JudgedMesh, RequestProbe } from './probes';

/** What every random mesh has: two namespaces of the mesh, one outside, and a gateway whose ports are not its pods'. */
export const platform: readonly object[] = [
  namespace('istio-system'),
  namespace('legacy'),
  namespace('pay', { 'istio-injection': 'enabled' }),
  namespace('shop', { 'istio-injection': 'enabled' }),
  deployment({ namespace: 'istio-system', app: 'edge', labels: { istio: 'edge', 'sidecar.istio.io/inject': 'true' } }),
  service('istio-system', 'edge', [
    { name: 'http2', port: 80, targetPort: 8080 },
    { name: 'https', port: 443, targetPort: 8443 },
    { name: 'tcp', port: 9000 },
  ]),
  deployment({ namespace: 'shop', app: 'client' }),
  deployment({ namespace: 'shop', app: 'web', version: 'v1' }),
  deployment({ namespace: 'shop', app: 'web', version: 'v2' }),
  deployment({ namespace: 'pay', app: 'api', version: 'v1' }),
  deployment({ namespace: 'pay', app: 'client' }),
  deployment({ namespace: 'legacy', app: 'old' }),
];

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = <T>(arbitrary: fc.Arbitrary<T>, key: string): fc.Arbitrary<object> =>
  fc.option(arbitrary, { freq: 3 }).map((value) => (value === null ? {} : { [key]: value }));
const all = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((found) => Object.assign({}, ...found) as object);

const home = some('shop', 'shop', 'pay');
const port = some(
  { name: 'http', port: 80, targetPort: 8080 },
  { name: 'http-alt', port: 8080 },
  { name: 'web', port: 8081, targetPort: 8080 },
  { name: 'tcp', port: 9000 },
  { name: 'https', port: 443, targetPort: 'tls' },
  { name: 'grpc', port: 9090, targetPort: 'http' },
);
const ports = fc.uniqueArray(port, { minLength: 1, maxLength: 3, selector: (one) => one.port });
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
const inMesh = virtualServiceAt(maybe(some(['mesh'], ['mesh', 'istio-system/edge-a']), 'gateways'), hosts);
const atEdge = virtualServiceAt(
  some(['istio-system/edge-a'], ['istio-system/edge-b'], ['istio-system/edge-a', 'istio-system/edge-b']).map(
    (gateways) => ({ gateways }),
  ),
  ['a.example.org', 'b.example.org', '*.example.org', '*'],
);

const destinationRule = all(
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
const gateway = fc
  .uniqueArray(server, { minLength: 1, maxLength: 2, selector: (one) => JSON.stringify(one) })
  .map((servers) => ({
    selector: { istio: 'edge' },
    servers: servers.map((one, index) => renamed(one, index)),
  }));
const serviceEntry = all(
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
const sidecar = all(
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
const request: fc.Arbitrary<RequestProbe> = fc
  .tuple(some('shop/client', 'shop/client', 'pay/client', 'gateway'), fc.nat(), headers, some('GET', 'GET', 'POST'))
  .map(([from, which, given, method]) => {
    const known = from === 'gateway' ? edgeUrls : urls;
    return { from, url: known[which % known.length] ?? '', headers: given, method };
  });

/** A mesh of Services, routes, rules and gateways, and what is asked of its proxies. */
export const routedMesh: fc.Arbitrary<Omit<JudgedMesh, 'title'>> = fc
  .record({
    web: ports,
    api: ports,
    isHeadless: fc.boolean(),
    routes: fc.array(fc.tuple(home, inMesh), { minLength: 1, maxLength: 4 }),
    edges: fc.array(fc.tuple(home, atEdge), { maxLength: 3 }),
    rules: fc.array(fc.tuple(home, destinationRule), { maxLength: 3 }),
    gateways: fc.array(gateway, { minLength: 1, maxLength: 2 }),
    entries: fc.array(fc.tuple(home, serviceEntry), { maxLength: 2 }),
    sidecars: fc.array(fc.tuple(some('shop', 'pay'), sidecar), { maxLength: 1 }),
    requests: fc.uniqueArray(request, { minLength: 6, maxLength: 8, selector: (one) => JSON.stringify(one) }),
  })
  .map(({ web, api, isHeadless, routes, edges, rules, gateways, entries, sidecars, requests }) => ({
    text: textOf([
      ...platform,
      service('pay', 'api', api),
      service('shop', 'web', web, isHeadless ? { clusterIP: 'None' } : {}),
      ...numbered(
        'Gateway',
        'edge',
        gateways.map((spec) => ['istio-system', spec] as const),
      ),
      ...numbered('VirtualService', 'mesh', routes),
      ...numbered('VirtualService', 'side', edges),
      ...numbered('DestinationRule', 'rule', rules),
      ...numbered('ServiceEntry', 'entry', entries),
      ...numbered('Sidecar', 'sidecar', sidecars),
    ]),
    requests,
    calls: [],
  }));

function numbered(kind: string, name: string, specs: readonly (readonly [string, object])[]): object[] {
  return specs.map(([own, spec], index) => istio(kind, own, `${name}-${'abcdef'[index]}`, spec));
}

function renamed(one: object, index: number): object {
  const { port: own, ...rest } = one as { port: { name: string } };
  return { ...rest, port: { ...own, name: `${own.name}-${index}` } };
}

const names = some(['cluster.local/ns/shop/sa/client'], ['cluster.local/ns/pay/sa/*'], ['*'], ['*/sa/client']);
const source = all(
  maybe(names, 'principals'),
  maybe(some(['shop'], ['pay', 'legacy'], ['*']), 'namespaces'),
  maybe(some(['cluster.local/ns/pay/sa/client'], ['*']), 'notPrincipals'),
  maybe(some(['pay'], ['sh*']), 'notNamespaces'),
).filter((one) => Object.keys(one).length > 0);
const operation = all(
  maybe(some(['/a'], ['/a*'], ['*b'], ['/'], ['/a/{*}'], ['/{**}']), 'paths'),
  maybe(some(['GET'], ['POST', 'PUT'], ['*']), 'methods'),
  maybe(some(['8080'], ['9000'], ['8443', '8080']), 'ports'),
  maybe(some(['web.shop.svc.cluster.local'], ['web*'], ['*.local']), 'hosts'),
  maybe(some(['/a'], ['/a/*']), 'notPaths'),
  maybe(some(['GET']), 'notMethods'),
  maybe(some(['8080']), 'notPorts'),
).filter((one) => Object.keys(one).length > 0);
const condition = some<object>(
  { key: 'source.namespace', values: ['shop'] },
  { key: 'source.principal', notValues: ['cluster.local/ns/shop/sa/client'] },
  { key: 'destination.port', values: ['8080'] },
  { key: 'request.headers[x-a]', values: ['1'] },
);
const rule = all(
  maybe(
    fc.array(
      source.map((one) => ({ source: one })),
      { minLength: 1, maxLength: 2 },
    ),
    'from',
  ),
  maybe(
    fc.array(
      operation.map((one) => ({ operation: one })),
      { minLength: 1, maxLength: 2 },
    ),
    'to',
  ),
  maybe(fc.array(condition, { minLength: 1, maxLength: 1 }), 'when'),
);
const policy = all(
  maybe(some({ matchLabels: { app: 'web' } }, { matchLabels: { version: 'v1' } }), 'selector'),
  maybe(some('ALLOW', 'DENY'), 'action'),
  fc.array(rule, { maxLength: 2 }).map((rules) => (rules.length === 0 ? {} : { rules })),
);
const peers = all(
  some('STRICT', 'PERMISSIVE', 'DISABLE').map((mode) => ({ mtls: { mode } })),
  maybe(some({ matchLabels: { app: 'web' } }), 'selector'),
);
const call: fc.Arbitrary<CallProbe> = fc
  .tuple(
    some('shop/client', 'pay/client', 'legacy/old'),
    some(80, 9000),
    some('GET', 'POST'),
    some('/', '/a', '/a/b', '/b'),
  )
  .map(([from, asked, method, path]) => ({ from, to: 'shop/web', port: asked, method, path, isTcp: asked === 9000 }));

/** A mesh of policies, and who calls whom. */
export const guardedMesh: fc.Arbitrary<Omit<JudgedMesh, 'title'>> = fc
  .record({
    policies: fc.array(fc.tuple(some('shop', 'shop', 'istio-system'), policy), { minLength: 1, maxLength: 3 }),
    peers: fc.option(fc.tuple(some('shop', 'istio-system'), peers)),
    calls: fc.uniqueArray(call, { minLength: 6, maxLength: 8, selector: (one) => JSON.stringify(one) }),
  })
  .map(({ policies, peers: found, calls }) => ({
    text: textOf([
      ...platform,
      service('shop', 'web', [
        { name: 'http', port: 80, targetPort: 8080 },
        { name: 'tcp', port: 9000 },
      ]),
      ...numbered('AuthorizationPolicy', 'policy', policies),
      ...numbered('PeerAuthentication', 'default', found === null ? [] : [found]),
    ]),
    requests: [],
    calls,
  }));
