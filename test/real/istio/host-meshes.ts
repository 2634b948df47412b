import { istio, service } from './objects';
import type { JudgedMesh } from './probes';
import { api, asked, routed, routes, rule, to, web } from './shop';

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
  routed(
    'a DestinationRule of a host that a wildcard declares is nobody’s',
    [
      web,
      istio('ServiceEntry', 'shop', 'wide', {
        hosts: ['*.example.com', 'two.example.com'],
        ports: [{ number: 9000, name: 'http', protocol: 'HTTP' }],
        resolution: 'NONE',
      }),
      ...['one', 'two'].map((name) =>
        istio('DestinationRule', 'shop', name, {
          host: `${name}.example.com`,
          trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } },
        }),
      ),
    ],
    asked('shop/client', 'http://one.example.com:9000/', 'http://two.example.com:9000/'),
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
