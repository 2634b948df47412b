import { clustersOf } from './clusters';
import { type Bootstrap, type Extension, loopback, type Named, type Route, typeUrl } from './envoy-config';
import { authorization, connectionManager, patched, router } from './http-filters';
import type { IstioObjects } from './rendered';
import { routesOf } from './routes';
import type { Tracing } from './tracing';

export interface Surroundings {
  /** The ports that stand for the pods of every service. @default - one that nobody has to listen on */
  readonly upstreams?: readonly number[];
  /** @default - none */
  readonly accessLog?: Extension;
  /** @default - nothing is traced */
  readonly tracing?: Tracing;
}

/**
 * One Envoy with what istiod spreads over the proxies of a mesh: a listener like a caller's for every VirtualService, one
 * like a callee's for every EnvoyFilter, each with the name of its object. Every port is Envoy's to choose: with a fixed
 * one, two Envoys would share it without a word.
 */
export function bootstrapOf(objects: IstioObjects, { upstreams = [9], ...reports }: Surroundings = {}): Bootstrap {
  const { services, destinationRules, virtualServices, envoyFilters } = objects;
  const callers = virtualServices.map(({ metadata, spec }) => {
    return listener(metadata.name, spec.http.flatMap(routesOf), [router], reports);
  });
  const callees = envoyFilters.map((filter) => {
    return listener(filter.metadata.name, [inbound], patched([authorization, router], filter), reports);
  });
  const clusters = destinationRules.flatMap((rule) => clustersOf(rule, services, upstreams));
  return {
    admin: { address: loopback(0) },
    static_resources: {
      listeners: [...callers, ...callees],
      clusters: [
        ...clusters,
        inboundCluster(upstreams),
        ...(reports.tracing === undefined ? [] : [reports.tracing.collector]),
      ],
    },
  };
}

/** From a callee's proxy to the process beside it: no timeout, as BuildDefaultHTTPInboundRoute in route.go has it. */
const inbound: Route = { name: 'default', match: { prefix: '/' }, route: { cluster: 'inbound', timeout: '0s' } };

function inboundCluster(upstreams: readonly number[]): Named {
  const endpoints = upstreams.map((port) => ({ endpoint: { address: loopback(port) } }));
  return { name: 'inbound', load_assignment: { cluster_name: 'inbound', endpoints: [{ lb_endpoints: endpoints }] } };
}

function listener(
  name: string,
  routes: readonly Route[],
  filters: readonly Extension[],
  { accessLog, tracing }: Surroundings,
): Named {
  const manager = {
    '@type': typeUrl('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'),
    stat_prefix: name,
    route_config: { name, virtual_hosts: [{ name, domains: ['*'], routes }] },
    http_filters: filters,
    access_log: accessLog === undefined ? [] : [accessLog],
    ...(tracing === undefined ? {} : { tracing: tracing.config }),
  };
  const chain = { filters: [{ name: connectionManager, typed_config: manager }] };
  return { name, address: loopback(0), filter_chains: [chain] };
}
