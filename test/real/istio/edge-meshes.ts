import { istio } from './objects';
import type { JudgedMesh } from './probes';
import { asked, routed, routes, rule, to, web } from './shop';

const edge = (name: string, ...servers: readonly object[]): object =>
  istio('Gateway', 'istio-system', name, { selector: { istio: 'edge' }, servers });
const server = (number: number, protocol: string, hosts: readonly string[], more: object = {}): object => ({
  port: { number, protocol, name: `${protocol.toLowerCase()}-${number}-${hosts.join('-').replaceAll(/\W+/g, '-')}` },
  hosts,
  ...more,
});
const terminated = { tls: { mode: 'SIMPLE', credentialName: 'edge' } };
const passed = { tls: { mode: 'PASSTHROUGH' } };
const gateways = ['istio-system/edge-a'];

/** Gateways, their ports, and what they do not look into. */
export const edges: readonly JudgedMesh[] = [
  routed(
    'TLS that is passed through follows rules for TLS alone',
    [
      web,
      edge('edge-a', server(443, 'TLS', ['*.example.org'], passed)),
      routes('shop', 'a', {
        hosts: ['a.example.org'],
        gateways,
        http: [rule(to('web'))],
        tls: [{ match: [{ port: 443, sniHosts: ['a.example.org'] }], route: [to('web')] }],
      }),
      routes('shop', 'b', { hosts: ['b.example.org'], gateways, http: [rule(to('web'))] }),
    ],
    asked(
      'gateway',
      'https://a.example.org/',
      'https://b.example.org/',
      'https://other.test/',
      'http://a.example.org/',
    ),
  ),
  routed(
    'plain TCP follows the first rule for TCP, whoever is asked for',
    [
      web,
      edge('edge-a', server(9000, 'TCP', ['*']), server(80, 'HTTP', ['*'])),
      routes('shop', 'a', {
        hosts: ['a.example.org'],
        gateways,
        tcp: [{ match: [{ port: 9001 }], route: [to('api.pay.svc.cluster.local')] }],
      }),
      routes('shop', 'b', {
        hosts: ['b.example.org'],
        gateways,
        tcp: [{ match: [{ port: 9000 }], route: [to('web')] }],
      }),
    ],
    asked('gateway', 'http://a.example.org:9000/', 'http://b.example.org:9000/', 'http://a.example.org/'),
  ),
  routed(
    'a server stands at the port of the pods that its number leads to',
    [
      web,
      edge('edge-a', server(8080, 'HTTP', ['*']), server(443, 'HTTPS', ['a.example.org'], terminated)),
      routes('shop', 'a', {
        hosts: ['*'],
        gateways,
        http: [{ match: [{ port: 8080 }], ...rule(to('web')) }, rule(to('api.pay.svc.cluster.local'))],
      }),
    ],
    asked(
      'gateway',
      'http://a.example.org/',
      'http://a.example.org:8080/',
      'https://a.example.org/',
      'https://b.example.org/',
    ),
  ),
  routed(
    'an older server for HTTP keeps TLS from its port',
    [
      web,
      edge('edge-a', server(443, 'HTTP', ['a.example.org'])),
      edge('edge-b', server(443, 'HTTPS', ['b.example.org'], terminated)),
      routes('shop', 'a', { hosts: ['*'], gateways: [...gateways, 'istio-system/edge-b'], http: [rule(to('web'))] }),
    ],
    asked('gateway', 'http://a.example.org:443/', 'https://b.example.org/'),
  ),
];
