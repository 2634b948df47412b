import { istio, service } from './objects';
import type { JudgedMesh } from './probes';
import { api, asked, routed, routes, rule, to, web } from './shop';

const entryFor = (
  own: string,
  name: string,
  names: readonly string[],
  port: object,
  exportTo: readonly string[] = [],
) => istio('ServiceEntry', own, name, { hosts: names, exportTo, ports: [port], resolution: 'NONE' });

/** Whom a proxy knows, and by which names. */
export const hosts: readonly JudgedMesh[] = [
  routed(
    'a host that only a VirtualService has is known as it is written, at port 80',
    [
      web,
      routes('shop', 'gone', { hosts: ['gone', 'gone.example.com', '*.wide.example.com'], http: [rule(to('web'))] }),
    ],
    asked(
      'shop/client',
      'http://gone/',
      'http://gone.shop.svc.cluster.local/',
      'http://gone.example.com/',
      'http://gone.example.com:8080/',
      'http://any.wide.example.com/',
    ),
  ),
  routed(
    'a pod of a headless Service is asked by the rules of its Service',
    [
      service('shop', 'web', [{ name: 'http', port: 80, targetPort: 80 }], { clusterIP: 'None' }),
      routes('shop', 'web', {
        hosts: ['web'],
        http: [{ match: [{ authority: { prefix: 'one.' } }], timeout: '3s', route: [to('web')] }],
      }),
    ],
    asked(
      'shop/client',
      'http://one.web/',
      'http://one.web.shop/',
      'http://one.web.shop.svc.cluster.local/',
      'http://one.web.shop.svc.cluster.local./',
      'http://two.web/',
      'http://one.two.web/',
    ),
  ),
  ...[false, true].map((hasSidecar) =>
    routed(
      `of ServiceEntries that differ in whom they are for, one counts for a namespace${hasSidecar ? ' with a Sidecar' : ''}`,
      [
        entryFor('pay', 'all', ['out.example.com'], { number: 8080, name: 'http-alt', protocol: 'HTTP' }),
        entryFor('pay', 'own', ['out.example.com'], { number: 80, name: 'http', protocol: 'HTTP' }, ['.']),
        entryFor('pay', 'tcp', ['out.example.com'], { number: 9000, name: 'tcp', protocol: 'TCP' }, ['pay', 'shop']),
        entryFor('shop', 'elsewhere', ['far.example.com'], { number: 80, name: 'http', protocol: 'HTTP' }, ['pay']),
        ...(hasSidecar ? [istio('Sidecar', 'pay', 'own', { egress: [{ hosts: ['*/*.example.com'] }] })] : []),
      ],
      ['shop/client', 'pay/client'].flatMap((from) =>
        asked(
          from,
          'http://out.example.com/',
          'http://out.example.com:8080/',
          'http://out.example.com:9000/',
          'http://far.example.com/',
        ),
      ),
    ),
  ),
  routed(
    'of ServiceEntries of two namespaces a client gets those of its own',
    [
      entryFor('shop', 'own', ['out.example.com'], { number: 80, name: 'http', protocol: 'HTTP' }),
      entryFor('pay', 'other', ['out.example.com'], { number: 8080, name: 'http-alt', protocol: 'HTTP' }),
    ],
    ['shop/client', 'pay/client'].flatMap((from) =>
      asked(from, 'http://out.example.com/', 'http://out.example.com:8080/'),
    ),
  ),
  routed(
    'subsets of a ServiceEntry have its endpoints',
    [
      ...['STATIC', 'DNS'].flatMap((resolution) => {
        const name = resolution.toLowerCase();
        const host = `${name}.example.com`;
        return [
          istio('ServiceEntry', 'shop', name, {
            hosts: [host],
            ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
            resolution,
            endpoints: [{ address: '10.9.9.9', labels: { version: 'v1' } }],
          }),
          istio('DestinationRule', 'shop', name, {
            host,
            subsets: ['v1', 'v2'].map((version) => ({ name: version, labels: { version } })),
          }),
          routes('shop', name, {
            hosts: [host],
            http: [{ match: [{ uri: { prefix: '/2' } }], route: [to(host, 'v2')] }, rule(to(host, 'v1'))],
          }),
        ];
      }),
      istio('ServiceEntry', 'shop', 'empty', {
        hosts: ['empty.example.com'],
        ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
        resolution: 'STATIC',
        workloadSelector: { labels: { app: 'none' } },
      }),
      istio('ServiceEntry', 'shop', 'selecting', {
        hosts: ['selecting.example.com'],
        ports: [{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 8080 }],
        resolution: 'STATIC',
        workloadSelector: { labels: { app: 'web' } },
      }),
    ],
    asked(
      'shop/client',
      'http://static.example.com/1',
      'http://static.example.com/2',
      'http://dns.example.com/1',
      'http://dns.example.com/2',
      'http://empty.example.com/',
      'http://selecting.example.com/',
    ),
  ),
  routed(
    'a ServiceEntry of another resolution counts for nothing',
    [
      entryFor('shop', 'first', ['out.example.com'], { number: 80, name: 'http', protocol: 'HTTP' }),
      ...[
        { number: 8080, name: 'http-alt', protocol: 'HTTP' },
        { number: 9000, name: 'tcp', protocol: 'TCP' },
        { number: 443, name: 'tls', protocol: 'TLS' },
      ].map((port) =>
        istio('ServiceEntry', 'shop', port.name, {
          hosts: ['out.example.com'],
          ports: [port],
          resolution: 'STATIC',
          endpoints: [{ address: '10.9.9.9' }],
        }),
      ),
    ],
    asked(
      'shop/client',
      'http://out.example.com/',
      'http://out.example.com:8080/',
      'http://out.example.com:9000/',
      'https://out.example.com/',
    ),
  ),
  routed(
    'a VirtualService of a host that a wildcard declares is for port 80 alone',
    [
      web,
      istio('ServiceEntry', 'shop', 'wide', {
        hosts: ['*.example.com'],
        ports: [
          { number: 80, name: 'http', protocol: 'HTTP' },
          { number: 9090, name: 'http-alt', protocol: 'HTTP' },
        ],
        resolution: 'NONE',
      }),
      routes('shop', 'one', { hosts: ['one.example.com'], http: [rule(to('web'))] }),
      routes('shop', 'wide', { hosts: ['*.com'], http: [{ timeout: '3s', route: [to('web')] }] }),
    ],
    asked(
      'shop/client',
      'http://one.example.com/',
      'http://one.example.com:9090/',
      'http://two.example.com/',
      'http://two.example.com:9090/',
    ),
  ),
  routed(
    'a ServiceEntry for TCP takes what is for a Service that a Sidecar leaves out',
    [
      web,
      istio('ServiceEntry', 'pay', 'taking', {
        hosts: ['in.example.com'],
        ports: [{ number: 9000, name: 'tcp', protocol: 'TCP' }],
        resolution: 'NONE',
      }),
      istio('Sidecar', 'shop', 'own', { egress: [{ hosts: ['*/*.example.com'] }] }),
    ],
    asked('shop/client', 'http://web:9000/', 'http://in.example.com:9000/', 'http://web/'),
  ),
  routed(
    'a wildcard that stands for Services is for them alone',
    [
      web,
      routes('shop', 'wide', { hosts: ['*.shop.svc.cluster.local'], http: [rule(to('api.pay.svc.cluster.local'))] }),
      api,
    ],
    asked('shop/client', 'http://web/', 'http://none.shop.svc.cluster.local/'),
  ),
  routed(
    'ports that an exact ServiceEntry lacks are those of a wildcard, for whom each is exported to',
    [
      istio('ServiceEntry', 'shop', 'exact', {
        hosts: ['out.example.com'],
        exportTo: ['.'],
        ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
        resolution: 'NONE',
      }),
      istio('ServiceEntry', 'shop', 'wide', {
        hosts: ['*.example.com'],
        ports: [
          { number: 80, name: 'http', protocol: 'HTTP' },
          { number: 8080, name: 'http-alt', protocol: 'HTTP' },
        ],
        resolution: 'NONE',
      }),
    ],
    ['shop/client', 'pay/client'].flatMap((from) =>
      asked(from, 'http://out.example.com/', 'http://out.example.com:8080/', 'http://in.example.com/'),
    ),
  ),
  routed(
    'behind a Sidecar nobody speaks HTTP at a port that nothing in sight has',
    [
      web,
      api,
      istio('Sidecar', 'shop', 'default', {
        egress: [{ hosts: ['./api'] }],
        outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      }),
      routes('shop', 'gone', { hosts: ['gone.example.com'], http: [rule(to('api.pay.svc.cluster.local'))] }),
    ],
    asked('shop/client', 'http://web/', 'http://api.pay/', 'http://gone.example.com/', 'http://unknown.test/'),
  ),
];
