import { istio, service } from './objects';
import type { JudgedMesh } from './probes';
import { api, asked, http, releases, routed, routes, to, web } from './shop';

/** Connections that nobody looks into. */
export const connections: readonly JudgedMesh[] = [
  routed(
    'rules for TCP share connections by weight, and those for other ports and pods do not count',
    [
      web,
      releases,
      routes('shop', 'web', {
        hosts: ['web'],
        tcp: [
          { match: [{ port: 9001 }], route: [to('api.pay.svc.cluster.local')] },
          { match: [{ port: 9000, sourceLabels: { app: 'other' } }], route: [to('web')] },
          {
            match: [{ port: 9000 }],
            route: [
              { ...to('web', 'v1'), weight: 80 },
              { ...to('web', 'v2'), weight: 20 },
            ],
          },
        ],
      }),
    ],
    asked('shop/client', 'http://web:9000/', 'https://web:9000/', 'http://web/', 'https://web/'),
  ),
  routed(
    'rules for TLS are chosen by the name that is asked for, and nothing else gets through',
    [
      web,
      api,
      routes('shop', 'web', {
        hosts: ['web.shop.svc.cluster.local'],
        tls: [
          {
            match: [{ port: 443, sniHosts: ['web.shop.svc.cluster.local'] }],
            route: [to('api.pay.svc.cluster.local')],
          },
        ],
      }),
    ],
    asked('shop/client', 'https://web.shop.svc.cluster.local/', 'https://web/', 'http://web:443/'),
  ),
  routed(
    'a ServiceEntry for TCP without an address takes every connection to its port',
    [
      service('shop', 'web', [http]),
      istio('ServiceEntry', 'shop', 'outside', {
        hosts: ['db.example.com', 'cache.example.com'],
        ports: [{ number: 9000, name: 'tcp', protocol: 'TCP' }],
        resolution: 'NONE',
      }),
    ],
    asked('shop/client', 'http://web:9000/', 'http://db.example.com:9000/', 'http://unknown.test:9000/', 'http://web/'),
  ),
];
