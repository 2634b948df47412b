import { once } from 'node:events';
import { connect } from 'node:net';
import * as z from 'zod';
import { named, objectsIn } from '../../support/kube-objects';
import { renderYaml } from '../../stacks/rendered';
import { stackOf, valuesOf } from '../../stacks/terraform-json';
import { freePort } from '../parts/port';
import { denyFilter } from './deny-filter';
import { type Extension, loopback, type Message, typeUrl } from './envoy-config';
import { connectionManager, router } from './http-filters';
import { istioDefault, pathNormalization } from './path-normalization';
import { type Proxy, startProxy } from './proxy';
import { Upstream } from './upstream';

const host = 'prometheus.localhost';
const policy = named('AuthorizationPolicy', 'prometheus-operations', objectsIn(renderYaml()));
const rendered = pathNormalization(valuesOf('istiod', stackOf('platform')));

/** A request line's method and target, and the Host header. */
type Asked = readonly [method: string, target: string, host?: string];

const refused: readonly Asked[] = [
  ['POST', '/-/quit'],
  ['PUT', '/-/quit'],
  ['POST', '/-/reload'],
  ['POST', '/-/quit/'],
  ['POST', '//-/quit'],
  ['POST', '/-//quit'],
  ['POST', '/-%2Fquit'],
  ['POST', '/-%2fquit'],
  ['POST', '/-%5Cquit'],
  ['POST', '/-\\quit'],
  ['POST', '%2F-/quit'],
  ['POST', '/%2D/quit'],
  ['POST', '/-/%71uit'],
  ['POST', '/-%252Fquit'],
  ['POST', '/-/quit;x'],
  ['POST', '/-;x/quit'],
  ['POST', '/-/quit?x'],
  ['POST', '/-/./quit'],
  ['POST', '/x/../-/quit'],
  ['POST', '/x/%2e%2e/-/quit'],
  ['POST', '/x%2F..%2F-%2Fquit'],
  ['POST', '/api/v1/query/../../../-/quit'],
  ['POST', '/api/v1/query%2F..%2F..%2F..%2F-%2Fquit'],
  ['POST', '/api/v1/query%252F..%252F..%252F..%252F-%252Fquit'],
  ['POST', '/assets/..%2F-%2Fquit'],
  ['POST', '/assets/%2E%2E%5C-%5Cquit'],
  ['POST', '/-/QUIT'],
  ['POST', '/-/quit', 'PROMETHEUS.localhost'],
  ['POST', '/-/quit', `${host}:80`],
  ['POST', '/-%2Fquit', `${host}:443`],
  ['POST', `http://${host}/-/quit`],
  ['POST', `http://${host}/-%2Fquit`, 'other.localhost'],
  ['post', '/-/quit'],
  ['QUIT', '/-/quit'],
  ['GET', '/-/quit'],
  ['POST', '/api/v1/admin/tsdb/delete_series'],
  ['PUT', '/api/v1/admin%2Ftsdb/snapshot'],
  ['POST', '/api/v1/write'],
  ['DELETE', '/api/v1/series'],
  ['GET', '/debug/pprof/heap'],
];

const offered: readonly Asked[] = [
  ['GET', '/'],
  ['GET', '/query?g0.expr=up'],
  ['GET', '/assets/index.js'],
  ['HEAD', '/-/healthy'],
  ['GET', '/api/v1/query?query=up'],
  ['POST', '/api/v1/query'],
  ['POST', '/api/v1/query_range', `${host}:8080`],
  ['GET', '/api/v1/label/job/values'],
  ['POST', '/api/v1/series'],
];

function titled(some: readonly Asked[]): [title: string, asked: Asked][] {
  return some.map((asked) => [asked.join(' '), asked]);
}

/** Written by hand: every client of HTTP would tidy up some of these. @returns the status line */
async function ask(url: string, [method, target, named = host]: Asked): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const head = [`${method} ${target} HTTP/1.1`, `Host: ${named}`, 'Connection: close', 'Content-Length: 0'];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const [start = ''] = z
    .tuple([z.instanceof(Buffer)])
    .parse(await once(socket, 'data'))
    .map(String);
  socket.destroy();
  return start.split('\r\n')[0] ?? '';
}

/** A gateway's listener: hosts with any port or none lead to the upstream, unless a filter before says no. */
function gateway(name: string, port: number, filters: readonly Extension[], paths: Message) {
  const hosts = { name, domains: [host], routes: [{ match: { prefix: '/' }, route: { cluster: 'prometheus' } }] };
  const manager = {
    '@type': typeUrl('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
    stat_prefix: name,
    ...paths,
    route_config: { virtual_hosts: [hosts], ignore_port_in_host_matching: true },
    http_filters: [...filters, router],
  };
  return {
    name,
    address: loopback(port),
    filter_chains: [{ filters: [{ name: connectionManager, typed_config: manager }] }],
  };
}

describe('the gateway before Prometheus', () => {
  const upstream = new Upstream(() => 200);
  let proxy: Proxy;

  beforeAll(async () => {
    await upstream.start();
    const port = await freePort();
    const endpoints = [{ endpoint: { address: loopback(upstream.port) } }];
    const load_assignment = { cluster_name: 'prometheus', endpoints: [{ lb_endpoints: endpoints }] };
    proxy = await startProxy({
      admin: { address: loopback(0) },
      static_resources: {
        listeners: [
          gateway('guarded', port, [denyFilter(policy, port)], rendered),
          gateway('open', 0, [], istioDefault),
        ],
        clusters: [{ name: 'prometheus', load_assignment }],
      },
    });
  });
  afterAll(() => Promise.all([proxy.stop(), upstream.stop()]));

  /** How many more requests have come for this one, and what was answered. */
  async function arrivals(listener: string, asked: Asked) {
    const before = upstream.requests;
    const status = await ask(proxy.url(listener), asked);
    return { arrived: upstream.requests - before, status };
  }

  it.each(titled(refused))('does not pass on %s', async (_, asked) => {
    const { arrived, status } = await arrivals('guarded', asked);
    expect(arrived).toBe(0);
    expect(status).toMatch(/^HTTP\/1\.1 (40[034]|307) /);
  });

  it.each(titled(offered))('passes on %s', async (_, asked) => {
    expect(await arrivals('guarded', asked)).toEqual({ arrived: 1, status: 'HTTP/1.1 200 OK' });
  });

  it.each(
    titled([
      ['POST', '/-/quit'],
      ['POST', '/-%2Fquit', `${host}:443`],
      ['PUT', '/-/quit;x'],
    ]),
  )('would pass on %s if it had no policy', async (_, asked) => {
    expect(await arrivals('open', asked)).toEqual({ arrived: 1, status: 'HTTP/1.1 200 OK' });
  });
});
