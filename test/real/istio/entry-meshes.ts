import { istio } from './objects';
import type { JudgedMesh } from './probes';
import { asked, routed, routes, rule, to } from './shop';

const entryFor = (
  own: string,
  name: string,
  names: readonly string[],
  port: object,
  exportTo: readonly string[] = [],
) => istio('ServiceEntry', own, name, { hosts: names, exportTo, ports: [port], resolution: 'NONE' });

/** Which ServiceEntries of a host count, for whom, and with which endpoints. */
export const entries: readonly JudgedMesh[] = [
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
];
