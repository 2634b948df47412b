import { istio } from './objects';
import type { JudgedMesh, RequestProbe } from './probes';
import { api, asked, releases, routed, routes, rule, to, web } from './shop';

const changing = (match: object | undefined, change: object, ...route: readonly object[]): object => ({
  ...(match !== undefined && { match: [match] }),
  ...change,
  route: route.length === 0 ? [to('web')] : route,
});
const rules = (...http: readonly object[]): object => routes('shop', 'web', { hosts: ['web'], http });
const prefix = (value: string): object => ({ uri: { prefix: value } });
const withHeaders = (...headers: readonly Readonly<Record<string, string>>[]): RequestProbe[] =>
  headers.map((one) => ({ from: 'shop/client', url: 'http://web/', headers: one }));

const edge = [
  web,
  istio('Gateway', 'istio-system', 'edge', {
    selector: { istio: 'edge' },
    servers: [
      { port: { number: 8080, protocol: 'HTTP', name: 'http' }, hosts: ['*'] },
      { port: { number: 9000, protocol: 'TCP', name: 'tcp' }, hosts: ['*'] },
    ],
  }),
  routes('shop', 'web', {
    hosts: ['shop.example.org'],
    gateways: ['istio-system/edge'],
    http: [{ match: [prefix('/old')], redirect: { uri: '/new' } }, rule(to('web'))],
    tcp: [{ match: [{ port: 9000 }], route: [{ destination: { host: 'web', port: { number: 9000 } } }] }],
  }),
];
const atEdge = (action: string, ...operations: readonly object[]): object =>
  istio('AuthorizationPolicy', 'istio-system', `edge-${action.toLowerCase()}`, {
    action,
    selector: { matchLabels: { istio: 'edge' } },
    rules: [{ to: operations.map((operation) => ({ operation })) }],
  });

/** What a proxy makes of a request before it sends it on, and what a gateway lets in. */
export const changes: readonly JudgedMesh[] = [
  routed(
    'a rewrite replaces what the match found of the path: a prefix, or all of it',
    [
      web,
      rules(
        changing(prefix('/a/'), { rewrite: { uri: '/' } }),
        changing(prefix('/b'), { rewrite: { uri: '/new' } }),
        changing({ uri: { exact: '/c/d' } }, { rewrite: { uri: '/e' } }),
        changing({ uri: { regex: '/f/.*' } }, { rewrite: { uri: '/g', authority: 'other.example.com' } }),
        changing({ ...prefix('/K'), ignoreUriCase: true }, { rewrite: { uri: '/l' } }),
        changing(undefined, { rewrite: { uri: '/rest' } }),
      ),
    ],
    asked(
      'shop/client',
      'http://web/a/x?y=1',
      'http://web/b/x',
      'http://web/bcd',
      'http://web/c/d',
      'http://web/f/x/y',
      'http://web/k/x',
      'http://web/none',
    ),
  ),
  routed(
    'expressions replace all that they find',
    [
      web,
      rules(
        changing(prefix('/users'), {
          rewrite: { uriRegexRewrite: { match: '/users/(\\d+)/?', rewrite: '/u/\\1$&-' } },
        }),
        changing(undefined, { rewrite: { uriRegexRewrite: { match: 'o', rewrite: '0' } } }),
      ),
    ],
    asked('shop/client', 'http://web/users/7/orders', 'http://web/users/x', 'http://web/foo/boo'),
  ),
  routed(
    'headers are removed, set and added, by the rule and its only destination',
    [
      web,
      rules(
        changing(
          undefined,
          { headers: { request: { set: { 'x-lab-a': 'rule' }, add: { 'X-Lab-B': 'rule' }, remove: ['x-lab-c'] } } },
          {
            ...to('web'),
            headers: { request: { add: { 'x-lab-b': 'to', host: 'to.example.com' }, remove: ['x-lab-a'] } },
          },
        ),
      ),
    ],
    withHeaders({}, { 'x-lab-a': '1', 'x-lab-b': '2', 'x-lab-c': '3', 'x-lab-d': '4' }),
  ),
  routed(
    'of the names for the host that of the rewrite counts, and a port stays a part of it',
    [
      web,
      releases,
      rules(
        changing(
          prefix('/both'),
          { rewrite: { authority: 'rewrite.example.com' }, headers: { request: { set: { host: 'set.example.com' } } } },
          to('web', 'v1'),
        ),
        changing(
          prefix('/set'),
          { headers: { request: { set: { ':authority': 'set.example.com' } } } },
          to('web', 'v2'),
        ),
        changing(undefined, {}, to('web', 'v1')),
      ),
    ],
    asked(
      'shop/client',
      'http://web/both',
      'http://web/set',
      'http://web.shop.svc.cluster.local:80/',
      'http://web:80/',
    ),
  ),
  routed(
    'a delegate takes headers and rewrites from the rule that delegates to it',
    [
      web,
      api,
      routes('shop', 'root', {
        hosts: ['web'],
        http: [
          {
            match: [prefix('/r')],
            delegate: { name: 'own' },
            rewrite: { uri: '/s' },
            headers: { request: { set: { 'x-lab-a': 'root' } } },
          },
        ],
      }),
      routes('shop', 'own', { http: [{ match: [prefix('/r/a')], route: [to('api.pay.svc.cluster.local')] }] }),
    ],
    asked('shop/client', 'http://web/r/a/b', 'http://web/r/b'),
  ),
  routed(
    'what a gateway refuses gets neither a redirect nor a route, at any port it is not refused at',
    [
      ...edge,
      atEdge(
        'DENY',
        { paths: ['/old*', '/secret*'], ports: ['8080'] },
        { hosts: ['bad.example.org'] },
        { ports: ['9000'] },
      ),
    ],
    asked(
      'gateway',
      'http://shop.example.org/old/x',
      'http://shop.example.org/secret',
      'http://shop.example.org/open',
      'http://bad.example.org/',
      'http://none.example.org/',
      'http://shop.example.org:9000/open',
    ),
  ),
  routed(
    'a gateway that allows something refuses all the rest, also what no route has',
    [
      ...edge,
      atEdge('ALLOW', { methods: ['GET'], hosts: ['shop.example.org', 'shop.example.org:*'] }, { ports: ['80'] }),
    ],
    [
      ...asked('gateway', 'http://shop.example.org/', 'http://none.example.org/', 'http://shop.example.org:9000/'),
      { from: 'gateway', url: 'http://shop.example.org/', method: 'POST' },
    ],
  ),
];
